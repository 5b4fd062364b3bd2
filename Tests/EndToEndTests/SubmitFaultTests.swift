import Foundation
import Testing

/// Names, files and ends that `submit` and other commands meet.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct SubmitFaultTests {
    @Test func waitingTellsADeletedDocumentFromAnExtractedOne() throws {
        let result = try Shell.run(
            """
            serve s; echo "One text to be deleted." > d.txt
            (timeout 60 entitywire submit d.txt --wait; echo "wait $?") & W=$!
            key=$(sha256sum d.txt | cut -c1-64); await entitywire document $key
            entitywire delete --help | grep -q -- --yes && yes=--yes
            entitywire delete $key $yes; wait $W
            """)
        #expect(result.values("wait") == ["6"], "\(result.output)")
        #expect(result.output.contains("Extracted 0 of 1 · deleted 1"), "\(result.output)")
    }

    @Test func waitingEndsWhereNothingIsDone() throws {
        let result = try Shell.run(
            """
            serve s; echo "One text." > d.txt; timeout 60 entitywire submit d.txt --wait --wait-limit 2; echo "wait $?"
            """)
        #expect(result.values("wait") == ["4"], "\(result.output)")
        #expect(result.output.contains("1 document still wait"), "\(result.output)")
    }

    @Test func namesThatAreNotUTF8AreReadByTheirBytes() throws {
        let result = try Shell.run(
            """
            serve s; mkdir -p $'f/d\\xe9'; echo "One text." > $'caf\\xe9.txt'; echo "Two texts." > $'f/d\\xe9/\\xff\\xfe.txt'
            echo '{"text": "A third one."}' > $'f/l\\xe9.jsonl'; echo '{"txt": "x"}' > $'f/m\\xe9.jsonl'
            entitywire submit $'caf\\xe9.txt' --json; echo "one $?"; entitywire submit f; echo "folder $?"
            ls f | grep -c refused | sed 's/^/rejects /'; entitywire status | grep Holds
            entitywire extract $'caf\\xe9.txt' > /dev/null; echo "extract $?"
            """)
        #expect(result.values("one") == ["0"], "\(result.output)")
        #expect(result.values("extract") == ["0"], "\(result.output)")
        #expect(result.values("folder") == ["6"], "\(result.output)")
        #expect(result.values("rejects") == ["1"], "\(result.output)")
        #expect(result.output.contains("m\\xE9.jsonl:1: "), "\(result.output)")
        #expect(result.output.contains("Holds       3 documents"), "\(result.output)")
    }

    @Test func sentencesNameWhatIsWrongOnOneLine() throws {
        let result = try Shell.run(
            """
            serve s; : > $'two\\nlines.txt'; entitywire submit $'two\\nlines.txt'
            ENTITYWIRE_SERVICE= entitywire status > /dev/null; echo "empty $?"
            entitywire call status '{bad'; echo "malformed $?"; entitywire call status '[]'; echo "array $?"
            entitywire call status '{"a": 1}' > /dev/null; echo "object $?"
            echo "x" > ./-dash.txt; entitywire submit -dash.txt; echo "dash $?"; entitywire submit -- -dash.txt; echo "behind $?"
            """)
        #expect(result.output.contains("two lines.txt: The text is empty."), "\(result.output)")
        #expect(result.values("empty") == ["0"], "\(result.output)")
        #expect(result.values("malformed") == ["2"], "\(result.output)")
        #expect(result.values("array") == ["2"], "\(result.output)")
        #expect(result.values("object") == ["0"], "\(result.output)")
        #expect(result.values("dash") == ["2"], "\(result.output)")
        #expect(result.values("behind") == ["0"], "\(result.output)")
    }

    @Test func rejectsOfBeforeGoOnceAllLinesAreTaken() throws {
        let result = try Shell.run(
            """
            serve s; printf '{"text": "A."}\\n{"txt": "B."}\\n' > r.jsonl; entitywire submit r.jsonl -q; echo "first $?"; ls
            printf '{"text": "A."}\\n{"text": "B."}\\n' > r.jsonl; entitywire submit r.jsonl -q; echo "second $?"
            ls | grep -c refused | sed 's/^/left /'
            """)
        #expect(result.values("first") == ["6"], "\(result.output)")
        #expect(result.output.contains("r.jsonl.refused"), "\(result.output)")
        #expect(result.values("second") == ["0"], "\(result.output)")
        #expect(result.values("left") == ["0"], "\(result.output)")
    }

    @Test func aFileThatVanishesIsNamedAsThat() throws {
        let result = try Shell.run(
            """
            serve s; mkdir f; for i in $(seq 3000); do echo "Text $i." > f/$i.txt; done
            # Stopped before it reads the last ones.
            entitywire submit f & C=$!; while [ $(entitywire status | sed -n 's/^Holds *\\([0-9]*\\).*/\\1/p') -lt 10 ]; do :; done
            kill -STOP $C; rm -r f; kill -CONT $C; wait $C; echo "submit $?"
            """)
        // Fast as it is, it may have read them all.
        #expect(
            result.values("submit") == ["0"] || result.output.contains("It is not there any more."), "\(result.output)")
        #expect(!result.output.contains("check its permissions"), "\(result.output)")
    }
}
