import Testing

@testable import Extraction

@Suite("The words of a language")
struct WordLexiconTests {
    private func lexicon(_ text: String) throws(WordLexiconError) -> WordLexicon {
        try WordLexicon(files: [(name: "en/words.txt", text: text)])
    }

    @Test func aWordHasTheClassesOfAllItsLines() throws {
        let lexicon = try lexicon("# words\ngeneral\tOfficeNoun CapitalOnly\tin the army\ngeneral\tOfficeModifier\n")
        #expect(lexicon.classes(of: Array("General".utf8)[...]) == [.officeNoun, .capitalOnly, .officeModifier])
        #expect(lexicon.classes(of: Array("generals".utf8)[...]).isEmpty)
    }

    @Test(arguments: ["Gen", "GEN", "gen.", "Gén"])
    func caseMarksAndTheFullStopOfAnAbbreviationDoNotCount(word: String) throws {
        let lexicon = try lexicon("gen\tOfficeNoun\n")
        #expect(lexicon.classes(of: Array(word.utf8)[...]) == [.officeNoun])
    }

    @Test func aNoteMayGiveAValue() throws {
        let lexicon = try lexicon("march\tBoundary\t=3 and a verb\n")
        #expect(lexicon.entry(Folding.key(of: Array("March".utf8)[...]))?.value == "3")
    }

    @Test(arguments: [
        ("minister", "en/words.txt, line 1: a word and its classes are needed"),
        ("a\tArticle\nx\tOffice", "en/words.txt, line 2: Office is no class of words"),
        ("x\tCapital", "en/words.txt, line 1: Capital is no class of words"),
    ])
    func aLineThatCannotBeReadIsNamed(text: String, reason: String) {
        #expect { try lexicon(text) } throws: { "\($0)" == reason }
    }

    @Test func theFingerprintChangesWithEachClassAndNotWithNotes() throws {
        let one = try lexicon("a\tArticle\n").fingerprint
        #expect(try lexicon("a\tArticle\tnote\n").fingerprint == one)
        #expect(try lexicon("a\tIndefinite\n").fingerprint != one)
        #expect(try lexicon("an\tArticle\n").fingerprint != one)
    }

    @Test func theShippedWordsCanBeReadAndHaveNoLineTwice() throws {
        let languages = try WordLexicon.languages()
        #expect(languages.contains("en") && languages.contains("uk"))
        for language in languages {
            for file in try WordLexicon.files(of: language) {
                _ = try WordLexicon(files: [file])
                let lines = file.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
                #expect(Set(lines).count == lines.count && !lines.isEmpty, "\(file.name)")
            }
        }
    }
}

@Suite("The order of stages")
struct ReadingOrderTests {
    private struct Stage: ReadingStage {
        var name: String
        var reads: Set<ReadingLayer>
        var adds: Set<ReadingLayer>
        func read(_ reading: inout Reading) {}
    }

    @Test func aStageComesBehindThoseThatAddWhatItReads() {
        let stages = [
            Stage(name: "quotes", reads: [.entities, .roles], adds: [.quotes]),
            Stage(name: "roles", reads: [.entities], adds: [.roles]),
            Stage(name: "dates", reads: [.recognized], adds: [.dates]),
            Stage(name: "entities", reads: [.recognized], adds: [.entities]),
        ]
        #expect(ReadingOrder.sorted(stages).map(\.name) == ["dates", "entities", "roles", "quotes"])
    }

    @Test func everyLayerThatAStageOfTheExtractorReadsIsThereByThen() {
        var known: Set<ReadingLayer> = [.recognized]
        let stages: [any ReadingStage] = [
            NameReader(), QuoteReader(), SourceReader(), OfficeReader(), QuantityReader(), RoleReader(), DateReader(),
            EntityReader(),
        ]
        for stage in ReadingOrder.sorted(stages) {
            #expect(stage.reads.isSubset(of: known), "\(stage.name)")
            known.formUnion(stage.adds)
        }
        #expect(known == Set(ReadingLayer.allCases))
    }
}
