import Foundation
import Testing

/// What happens to the database file while the service holds it.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct FileFaultTests {
    /// Each ends the path in another way; what was accepted before is in one file afterwards.
    @Test(
        arguments: [
            "rm s/case.db", "rm s/case.db*", "mv s/case.db s/elsewhere.db",
            "entitywire backup b.db -q; cp s/backups/b.db s/n.db; mv s/n.db s/case.db",
        ])
    func aServiceWhoseFileWentAwayAcceptsNothingMoreAndKeepsAll(_ fault: String) throws {
        let result = try Shell.run(
            """
            texts a 100; texts b 20; serve s --metrics-port 0; await test -n "$METRICS" || ports s/out
            entitywire submit a -q; \(fault)
            timeout 20 entitywire submit b -q; echo "submit $?"
            await grep -q 'put it in place with' s/log
            entitywire status; echo "status $?"
            ports s/out; curl -s -o health -w 'health %{http_code}\\n' 127.0.0.1:$METRICS/healthz; cat health
            stop $SERVICE; echo "stopped $?"
            serve s; echo "again $?"; tail -1 s/log; [ -z "$SERVICE" ] || stop $SERVICE
            copy=$(ls s/case.db.rescued-*); entitywire-service --database s/case.db --restore $copy; echo "restored $?"
            serve s; entitywire status
            """)
        #expect(result.values("submit") == ["5"], "\(result.output)")
        #expect(result.values("status") == ["5"], "\(result.output)")
        #expect(result.values("health") == ["503"], "\(result.output)")
        #expect(result.values("stopped") == ["1"], "\(result.output)")
        #expect(result.values("again") == [fault.contains("n.db") ? "0" : "1"], "\(result.output)")
        #expect(result.values("restored") == ["0"], "\(result.output)")
        #expect(result.output.contains("Holds       100 documents"), "\(result.output)")
        #expect(result.output.contains("nothing more is accepted"))
    }

    @Test(arguments: ["rm s/case.db-wal", "rm s/case.db-shm", "mv s/case.db-wal s/away"])
    func aLogThatWentAwayIsEmptiedIntoTheFileAndNothingMoreAccepted(_ fault: String) throws {
        let result = try Shell.run(
            """
            texts a 100; texts b 20; serve s; entitywire submit a -q; \(fault)
            timeout 20 entitywire submit b -q; echo "submit $?"; await grep -q 'All that was accepted is in' s/log
            stop $SERVICE; echo "stopped $?"; serve s; entitywire status; entitywire submit b; echo "after $?"
            """)
        #expect(result.values("submit") == ["5"], "\(result.output)")
        #expect(result.values("stopped") == ["1"], "\(result.output)")
        #expect(result.values("after") == ["0"], "\(result.output)")
        #expect(result.output.contains("Holds       100 documents"), "\(result.output)")
    }

    @Test func aFolderThatWasRenamedLosesNothing() throws {
        let result = try Shell.run(
            """
            texts a 100; serve s; entitywire submit a -q; mv s t
            echo "One text." | timeout 20 entitywire submit - -q; echo "submit $?"; await grep -q 'nothing is lost' t/log
            stop $SERVICE; echo "stopped $?"; serve t; entitywire status
            """)
        #expect(result.values("submit") == ["5"], "\(result.output)")
        #expect(result.output.contains("Holds       100 documents"), "\(result.output)")
    }

    @Test(arguments: ["cp s/backups/b.db s/case.db", ": > s/case.db", "cp a/t1.txt s/case.db"])
    func aFileThatWasWrittenOverIsNotWrittenOn(_ fault: String) throws {
        let result = try Shell.run(
            """
            texts a 100; serve s; entitywire submit a -q; entitywire backup b.db -q; entitywire submit s/out -q
            \(fault); cp s/case.db after
            await grep -q 'was overwritten' s/log
            echo "One text." | timeout 20 entitywire submit - -q; echo "submit $?"
            stop $SERVICE; echo "stopped $?"; cmp s/case.db after && echo "same 0"; ls s
            """)
        #expect(result.values("submit") == ["5"], "\(result.output)")
        #expect(result.values("same") == ["0"], "\(result.output)")
        #expect(result.output.contains("case.db.log-"), "\(result.output)")
    }

    @Test func theLockBelongsToTheFile() throws {
        let result = try Shell.run(
            """
            texts a 200; serve s; FIRST=$SERVICE; entitywire submit a -q; rm s/case.db.lock
            (serve s); echo "second $?"; grep -c 'Another service holds the database' s/log
            rm -f s/case.db.lock; entitywire backup b.db -q
            entitywire-service --database s/case.db --restore b.db; echo "restore $?"
            entitywire status; stop $FIRST; echo "stopped $?"
            """)
        #expect(result.values("second") == ["1"], "\(result.output)")
        #expect(result.values("restore") == ["1"], "\(result.output)")
        #expect(result.values("stopped") == ["0"], "\(result.output)")
        #expect(result.output.contains("Holds       200 documents"), "\(result.output)")
    }

    /// The page of facts is damaged: what is read elsewhere is answered, what meets it is refused, and all of it is told.
    @Test func aDamagedPageHarmsItsQuestionAloneAndIsTold() throws {
        let result = try Shell.run(
            """
            texts a 300; serve s; entitywire-extractor --jobs 2 2> /dev/null & X=$!
            entitywire submit a -q --wait; stop $X; stop $SERVICE
            python3 - <<'P'
            import sqlite3
            base = sqlite3.connect("s/case.db"); size = base.execute("PRAGMA page_size").fetchone()[0]
            pages = [r[0] for r in base.execute("SELECT pageno FROM dbstat WHERE name = 'mention' AND pagetype = 'leaf'")]
            base.close()
            with open("s/case.db", "r+b") as file:
                for page in pages[1:]: file.seek((page - 1) * size); file.write(b"\\0" * size)
            P
            serve s --metrics-port 0
            for i in 1 2 3; do entitywire mentions Oslo --limit 0 --timeout 4 > /dev/null; echo "mentions $?"; done
            entitywire documents Oslo > /dev/null; echo "documents $?"; entitywire submit s/out; echo "submit $?"
            entitywire status; echo "status $?"
            ports s/out; curl -s -o health -w 'health %{http_code}\\n' 127.0.0.1:$METRICS/healthz; cat health
            curl -s 127.0.0.1:$METRICS/metrics | grep '^entitywire_read_failures_total' | sed 's/^/failures /'
            cat s/log | grep -c 'a question was not answered' | sed 's/^/logged /'
            stop $SERVICE; echo "stopped $?"
            """)
        #expect(result.values("mentions") == ["5", "5", "5"], "\(result.output)")
        #expect(result.values("documents") == ["0"], "\(result.output)")
        #expect(result.values("submit") == ["0"], "\(result.output)")
        #expect(result.values("status") == ["5"], "\(result.output)")
        #expect(result.values("health") == ["503"], "\(result.output)")
        #expect(result.values("failures") == ["entitywire_read_failures_total 3"], "\(result.output)")
        #expect(result.values("logged") == ["1"], "\(result.output)")
        #expect(result.values("stopped") == ["0"], "\(result.output)")
        #expect(result.output.contains("The database is damaged where this answer lies"), "\(result.output)")
    }
}
