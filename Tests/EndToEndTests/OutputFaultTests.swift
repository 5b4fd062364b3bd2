import Foundation
import Testing

/// What a command ends with where its data or its words cannot be written.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct OutputFaultTests {
    private static let documents = 900

    @Test(arguments: ["2>&1 | head -1", "2> /dev/full", "2>&-", "--json > /dev/full", "--json | head -1"])
    func submitEndsItsWorkWhoeverReadsItsWords(_ redirection: String) throws {
        let result = try Shell.run(
            """
            texts a \(Self.documents); : > a/a-empty.txt; serve s; set -o pipefail
            entitywire submit a \(redirection); echo "exit $?"
            entitywire status | grep Holds
            """)
        #expect(result.output.contains("Holds       \(Self.documents) documents"), "\(result.output)")
        // Partly refused, or an output that could not be written.
        let expected = redirection.contains("json") ? "7" : "6"
        #expect(result.values("exit") == [expected], "\(result.output)")
    }

    @Test(
        arguments: [
            "entities --limit 0", "status", "export annotations", "documents", "call status", "status --json",
            "extract a/t1.txt", "watch --from 0 --limit 1",
        ])
    func anOutputThatCannotBeWrittenIsASentenceAndACodeOfItsOwn(_ command: String) throws {
        let result = try Shell.run(
            """
            texts a 1; serve s; entitywire-extractor 2> /dev/null & entitywire submit a -q --wait
            entitywire \(command) > /dev/full; echo "full $?"
            entitywire \(command) >&-; echo "closed $?"
            entitywire \(command) | :; echo "gone ${PIPESTATUS[0]}"
            """)
        #expect(result.values("full") == ["7"], "\(result.output)")
        #expect(result.values("closed") == ["7"], "\(result.output)")
        #expect(result.values("gone") == ["0"], "\(result.output)")
        let sentences = result.output.split(separator: "\n").filter { $0.hasPrefix("entitywire: standard output: ") }
        #expect(
            sentences == [
                "entitywire: standard output: No space left on device.",
                "entitywire: standard output: Bad file descriptor.",
            ], "\(result.output)")
    }

    @Test(arguments: ["entitywire", "entitywire-service", "entitywire-extractor"])
    func theHelpToo(_ program: String) throws {
        let result = try Shell.run(
            """
            for o in --help --version; do \(program) $o > /dev/full; echo "full $?"; \(program) $o > out; echo "fine $?"; done
            entitywire --generate-completion-script bash > /dev/full; echo "full $?"
            \(program) --nonsense > out; echo "usage $?"; \(program) -dash.txt > out; echo "usage $?"; cat out
            """)
        #expect(result.values("full") == ["7", "7", "7"], "\(result.output)")
        #expect(result.values("fine") == ["0", "0"], "\(result.output)")
        #expect(result.values("usage") == ["2", "2"], "\(result.output)")
        #expect(result.output.contains("\(program): standard output: No space left on device."), "\(result.output)")
        #expect(result.output.contains("There is no option -d"), "\(result.output)")
    }

    @Test func wordsThatNobodyTakesChangeNoExitCode() throws {
        let result = try Shell.run(
            """
            serve s; echo "One text." > one.txt
            entitywire entity Nobody Atall 2> /dev/full; echo "nobody $?"
            entitywire submit one.txt 2> /dev/full; echo "one $?"
            entitywire delete $(sha256sum one.txt | cut -c1-64) 2>&-; echo "delete $?"
            entitywire dance 2> /dev/full; echo "usage $?"
            """)
        #expect(result.values("nobody") == ["1"], "\(result.output)")
        #expect(result.values("one") == ["0"], "\(result.output)")
        #expect(result.values("delete") == ["0"], "\(result.output)")
        #expect(result.values("usage") == ["2"], "\(result.output)")
    }

    @Test func aFileThatCannotBeWrittenSaysWhichAndWhy() throws {
        let result = try Shell.run(
            """
            mkdir small; mount -t tmpfs -o size=8k tmpfs small || { echo "skipped"; exit 0; }
            texts a 60; serve s; entitywire-extractor 2> /dev/null & entitywire submit a -q --wait
            entitywire export annotations --output small/e.jsonl; echo "export $?"; ls small | grep part
            for i in $(seq 200); do echo "{\\"txt\\": \\"line $i\\"}"; done > small.jsonl; ln -s ../small.jsonl small/r.jsonl
            entitywire submit small/r.jsonl; echo "rejects $?"
            umount small
            """)
        guard !result.output.contains("skipped") else { return }
        #expect(result.values("export") == ["7"], "\(result.output)")
        #expect(result.values("rejects") == ["7"], "\(result.output)")
        #expect(result.output.contains("small/e.jsonl cannot be written: No space left on device."))
        #expect(result.output.contains("small/r.jsonl.refused cannot be written: No space left on device."))
        #expect(!result.output.contains(".part-"))
    }
}
