import Foundation
import Testing

/// Disks, clocks, addresses and limits that are not as the service wants them.
@Suite(.serialized, .timeLimit(.minutes(4)))
struct DiskFaultTests {
    @Test func aReaderThatPinsTheLogIsToldKeepsTheReserveAndWorkGoesOnAfterIt() throws {
        let result = try Shell.run(
            """
            mkdir t; mount -t tmpfs -o size=150m tmpfs t || { echo skipped; exit 0; }; ln -s ../out t/out; ln -s ../log t/log
            serve t --min-free 64; entitywire-extractor 2> /dev/null & texts a 50; texts b 1500; entitywire submit a -q --wait
            cat > reader.py <<'P'
            import sqlite3, sys
            base = sqlite3.connect("file:t/case.db?mode=ro", uri=True, isolation_level=None)
            base.execute("BEGIN"); base.execute("SELECT count(*) FROM document").fetchone(); sys.stdin.readline()
            P
            mkfifo end; python3 reader.py < end & READER=$!; exec 8> end; sleep 1
            timeout 150 entitywire submit b -q & SUBMIT=$!
            told=1; for i in $(seq 200); do entitywire status | grep -q healthy || { told=0; break; }; sleep 0.2; done
            entitywire status -q; echo "told $told"; grep -c 'cannot be emptied\\|is nearly full\\|MiB free' t/log | sed 's/^/logged /'
            sleep 5; echo "free $(($(stat -f -c '%a * %S' t) >> 20))"
            echo end >&8; wait $READER; await sh -c "test \\$(stat -c %s t/case.db-wal) -lt 33554432"
            wait $SUBMIT; echo "submit $?"
            for i in $(seq 300); do entitywire status | grep -q ' 0 waiting, 0 in work' && break; sleep 0.2; done
            entitywire status; echo "status $?"; stop $SERVICE; echo "stopped $?"; serve t --min-free 64; echo "again $?"; stop $SERVICE; umount t
            """)
        guard !result.output.contains("skipped") else { return }
        #expect(result.values("told") == ["0"], "\(result.output)")
        #expect(result.values("free").compactMap(Int.init).allSatisfy { $0 >= 32 }, "\(result.output)")
        for name in ["submit", "status", "stopped", "again"] {
            #expect(result.values(name) == ["0"], "\(result.output)")
        }
        #expect(result.output.contains("1,550 done, 0 given up"), "\(result.output)")
    }

    /// Another program fills the disk: the service stops and starts all the same.
    @Test func onAFullDiskTheServiceStopsAndStartsAndSaysWhatIsWrong() throws {
        let result = try Shell.run(
            """
            mkdir t; mount -t tmpfs -o size=60m tmpfs t || { echo skipped; exit 0; }; ln -s ../out t/out; ln -s ../log t/log
            serve t --min-free 16; texts a 50; entitywire submit a -q
            dd if=/dev/zero of=t/ballast bs=64k 2> /dev/null; await grep -q 'MiB free' t/log
            entitywire submit t/out --timeout 2 -q; echo "refused $?"; entitywire status -q; echo "status $?"
            kill -9 $SERVICE; wait $SERVICE; serve t --min-free 16; echo "again $?"; tail -2 t/log
            entitywire documents > /dev/null; echo "documents $?"; entitywire status | grep Holds
            stop $SERVICE; echo "stopped $?"
            rm t/ballast; serve t --min-free 16; echo "freed $?"; echo "One text." | entitywire submit - -q; echo "submit $?"
            stop $SERVICE; umount t
            """)
        guard !result.output.contains("skipped") else { return }
        #expect(result.values("status") == ["5"], "\(result.output)")
        for name in ["again", "documents", "stopped", "freed", "submit"] {
            #expect(result.values(name) == ["0"], "\(result.output)")
        }
        #expect(result.output.contains("Holds       50 documents"), "\(result.output)")
    }

    @Test func theLogTellsOnceWhereNothingCanBeStoredAndOnceWhereItCanAgain() throws {
        let result = try Shell.run(
            """
            serve s; cat > holder.py <<'P'
            import sqlite3, sys
            base = sqlite3.connect("s/case.db", isolation_level=None); base.execute("BEGIN IMMEDIATE"); sys.stdin.readline()
            P
            mkfifo end; python3 holder.py < end & exec 8> end; sleep 1
            (echo "One text." | entitywire submit - -q --timeout 60; echo "submit $?") & SUBMIT=$!
            await grep -q 'Another program holds the database file' s/log; sleep 8
            echo end >&8; wait $SUBMIT; await grep -q 'healthy again' s/log
            grep -c 'Another program holds' s/log | sed 's/^/begins /'; grep -c 'healthy again' s/log | sed 's/^/ends /'
            """)
        #expect(result.values("submit") == ["0"], "\(result.output)")
        #expect(result.values("begins") == ["1"], "\(result.output)")
        #expect(result.values("ends") == ["1"], "\(result.output)")
    }

    @Test(arguments: [400, 40]) func aClockThatIsAheadDeletesNothingUntilItIsConfirmed(days: Int) throws {
        let result = try Shell.run(
            """
            fake=$(ls /usr/lib/*/faketime/libfaketimeMT.so.1 2> /dev/null) || { echo skipped; exit 0; }
            texts a 30; serve s; entitywire submit a -q; entitywire-extractor 2> /dev/null & X=$!
            for i in $(seq 100); do entitywire status | grep -q '30 done' && break; sleep 0.2; done; stop $X; stop $SERVICE
            ahead() {
                : > s/out
                LD_PRELOAD=$fake FAKETIME=+\(days)d FAKETIME_DONT_FAKE_MONOTONIC=1 ENTITYWIRE_KEEP_DAYS=30 ENTITYWIRE_MIN_FREE=0 \\
                    ENTITYWIRE_DATABASE=s/case.db ENTITYWIRE_WORK_PORT=0 ENTITYWIRE_QUERY_PORT=0 ENTITYWIRE_FEED_PORT=0 \\
                    ENTITYWIRE_CONFIRM_CLOCK=$1 entitywire-service > s/out 2>> s/log & SERVICE=$!
                await grep -q '^ready work' s/out; ports s/out; }
            ahead 0; await grep -q 'by age nothing is deleted' s/log; sleep 2
            echo "One text of this day." | entitywire submit - -q
            entitywire status | grep Holds; entitywire status -q; echo "status $?"; stop $SERVICE
            ahead 0; sleep 2; entitywire status | grep Holds; stop $SERVICE
            ahead 1; await grep -q 'deleted by age' s/log; entitywire status | grep Holds
            """)
        guard !result.output.contains("skipped") else { return }
        #expect(result.values("status") == ["5"], "\(result.output)")
        #expect(
            result.output.split(separator: "\n").filter { $0.hasPrefix("Holds") }.map { $0.prefix(24) } == [
                "Holds       31 documents", "Holds       31 documents", "Holds       1 document, ",
            ], "\(result.output)")
    }

    @Test(arguments: ["::1", "[::1]", "localhost"]) func theServiceIsReachedAtIPv6AndByName(host: String) throws {
        let result = try Shell.run(
            """
            [ -e /proc/net/if_inet6 ] && grep -q ' lo$' /proc/net/if_inet6 || { echo skipped; exit 0; }
            serve s --host '\(host)' --metrics-port 0 --metrics-host '\(host)'; cat s/log
            at='tcp://\(host)'; [ '\(host)' = ::1 ] && other='tcp://[::1]' || other=$at
            entitywire-extractor --service "$at" 2> /dev/null & echo "Anna Novak of Oslo." | timeout 20 entitywire submit - -q --wait --service "$at"; echo "submit $?"
            entitywire status --service "$other" > /dev/null; echo "status $?"
            timeout 20 entitywire watch --from 0 --limit 1 --service "$at" > /dev/null; echo "watch $?"
            stop $SERVICE; echo "stopped $?"
            entitywire-service --database o.db --host '::' > /dev/null 2>&1; echo "open $?"
            """)
        guard !result.output.contains("skipped") else { return }
        for name in ["submit", "status", "watch", "stopped"] {
            #expect(result.values(name) == ["0"], "\(result.output)")
        }
        #expect(result.values("open") == ["1"], "\(result.output)")
    }

    @Test(arguments: [16, 18, 21, 25, 31]) func tooFewOpenFilesAreASentence(files: Int) throws {
        let result = try Shell.run(
            """
            for p in 'entitywire-service --database a.db --work-port 0 --query-port 0 --feed-port 0' entitywire-extractor 'entitywire status'; do
                (ulimit -n \(files); exec timeout 20 $p) > out 2> log; echo "exit $?"; grep -c 'ulimit -n' log | sed 's/^/told /'; cat log
            done; ls
            """)
        #expect(result.values("exit") == ["1", "1", "2"], "\(result.output)")
        #expect(result.values("told") == ["1", "1", "1"], "\(result.output)")
        #expect(!result.output.contains("a.db"), "\(result.output)")
    }
}
