import Annotation
import Extraction
import Testing

@Suite("Speakers of quotations")
struct QuoteSpeakerTests {
    @Test(
        "the speaker is found by every order of words",
        arguments: [
            "“We are ready to sail,” {0 Mara Ellwood} said.",
            "“We are ready to sail,” said {0 Mara Ellwood}.",
            "“We are ready to sail,” says {0 Mara Ellwood}, who owns the boat.",
            "“We are ready to sail,” according to {0 Mara Ellwood}.",
            "“We are ready to sail,” harbour master {0 Mara Ellwood} told reporters on Monday.",
            "“We are ready to sail,” the head of {1 Lake Ferries}, {0 Mara Ellwood}, said.",
            "“We are ready to sail,” said the head of {1 Lake Ferries}, {0 Mara Ellwood}.",
            "“We are ready to sail,” {0 Mara Ellwood}, the head of {1 Lake Ferries}, said.",
            "“We are ready to sail,” {0 Mara Ellwood}, head of {1 Lake Ferries}, warned on Friday.",
            "“We are ready to sail,” {0 Mara Ellwood} of {1 Lake Ferries} said.",
            "“We are ready to sail,” said {1 Lake Ferries}' director {0 Mara Ellwood}.",
            "“We are ready to sail,” {0 Mara Ellwood} later added in a statement.",
            "“We are ready to sail”, {0 Mara Ellwood} has said.",
            "“We are ready to sail!” shouted {0 Mara Ellwood}.",
            "“Are we ready to sail?” {0 Mara Ellwood} asked.",
            "{0 Mara Ellwood} said: “We are ready to sail.”",
            "{0 Mara Ellwood} said, “We are ready to sail.”",
            "{0 Mara Ellwood} told reporters in Port Ellis on Monday: “We are ready to sail.”",
            "{0 Mara Ellwood} said that “we are ready to sail and we will not wait”.",
            "According to {0 Mara Ellwood}, “we are ready to sail and we will not wait”.",
            "{0 Mara Ellwood} praised the crew, adding: “We are ready to sail.”",
            "{0 Mara Ellwood} answered the critics, saying “we are ready to sail and we will not wait”.",
            "{0 Mara Ellwood}: “We are ready to sail.”",
            "{0 Mara Ellwood} wrote on social media:\n\n“We are ready to sail.”",
            "“We are ready to sail.” — {0 Mara Ellwood}, harbour master",
            "{0 Mara Ellwood} inspected the ferry. “We are ready to sail,” {0^ she} said.",
            "{0 Mara Ellwood} inspected the ferry. “We are ready to sail,” she said.",
            "{0 Mara Ellwood}, who met {1 Ivo Brandt} on Friday, said: “We are ready to sail.”",
            "{0 Mara Ellwood}, mayor of the town of Port Ellis said on Monday: “We are ready to sail.”",
            "{0 Mara Ellwood} at a meeting on Monday said, “We are ready to sail.”",
            "{0 Mara Ellwood} went on to say: “We are ready to sail.”",
            "The ferry sails in May, said {0 Mara Ellwood}.\n\n“We are ready to sail.”",
            "It was {0 Mara Ellwood} who said: “We are ready to sail.”",
            "{0 Mara Ellwood} from the office in Port Ellis says that “we are ready to sail and we will not wait”.",
            "{0 Mara Ellwood} (62) said: “We are ready to sail.”",
            "{0 Mara Ellwood} expressed her views on the proposed new law: “We are ready to sail.”",
            "“We are ready to sail,” said Under Secretary {0 Mara Ellwood}.",
            "{1 Ivo Brandt} owns it. Captain {0 Mara Ellwood} said, “We are ready to sail,” she said.",
            "{1 Northern Tribe} leader {0 Mara Ellwood} told a tale. “We are ready to sail,” she said.",
            "{0 Mara Ellwood} told the paper that the wind “keeps going round. It is strange. We are ready to sail.”",
            "Given the weather, said {0 Mara Ellwood}, “we are ready to sail and we will not wait.”",
            "“We are ready to sail, ”said {0 Mara Ellwood}.",
            "“We are ready to sail,” Secretary of State {0 Mara Ellwood} said.",
            "“We are ready to sail,” {0 Mara Ellwood}, founder of a group that helps sailors, told reporters.",
            "“We sail every morning when the bell rings” to bring the islanders their bread, said {0 Mara Ellwood}, a sailor.",
        ])
    func speaker(marked: String) {
        let text = MarkedSpeech(marked, types: [.person, marked.contains("Ivo") ? .person : .organization])
        #expect(text.direct().map(\.speaker) == [0])
    }

    @Test(
        "an organisation speaks by its name, as it, and by what it issues",
        arguments: [
            "“We are ready to sail,” {0 Lake Ferries} said in a statement.",
            "“We are ready to sail,” {1 Northern} {0 Boatmen’s Union} (NBU) said in a statement.",
            "On Monday, {0 Lake Ferries} issued a notice to travellers. “We are ready to sail,” it said.",
            "{0 Lake Ferries} issued a statement on Monday.\n\n“We are ready to sail,” the statement said.",
            "The engines of the boat are new, {0 Lake Ferries} said in a statement. “We are ready to sail,” the statement read.",
            "A letter from {0 Lake Ferries} came on Monday. “We are ready to sail,” the letter said.",
            "“We are ready to sail,” the {0 Lake Ferries} statement said.",
            "The {0 Lake Ferries} company issued a statement titled Sailing, and here it is in full:\n\n“We are ready to sail.”",
            "The letter, signed by {0 Lake Ferries}, which {1 Northern} hopes to buy, goes as follows: “We are ready to sail.”",
        ])
    func issuer(marked: String) {
        #expect(MarkedSpeech(marked, types: [.organization, .organization]).direct().map(\.speaker) == [0])
    }

    @Test(
        "words of somebody without a name are not those of whoever spoke before",
        arguments: [
            "{0 Mara Ellwood} said the boat is old.\n\n“This is only a guess,” a sailor said. “We know nothing about it.”",
            "{0 Mara Ellwood} said the boat is old.\n\nSailors wrote that she was wrong.\n\n“This is only a guess,” said a sailor.",
            "{0 Mara Ellwood} said the boat is old.\n\n“This is only a guess,” sources close to the matter said.",
            "{0 Ivo Brandt} runs the port.\n\n“It is a guess,” a sailor said.\n\n“We know nothing about it,” he said.",
        ])
    func unnamed(marked: String) {
        #expect(MarkedSpeech(marked).direct().allSatisfy { $0.speaker == nil })
    }

    @Test("words in marks that the writer's verb follows are no quotation")
    func subjectOfTheWriter() {
        let text = MarkedSpeech(
            "It is written that, by the rules, “the owners of the boat and those accused of a breach of its order” can be sued."
        )
        #expect(text.direct().isEmpty)
    }

    @Test("both halves around a cue are the speaker's")
    func halves() {
        let text = MarkedSpeech("“The boat,” {0 Mara Ellwood} said, “is ready to sail.” “It has new engines.”")
        #expect(text.direct().map(\.speaker) == [0, 0, 0])
        #expect(text.direct().map(text.string) == ["“The boat,”", "“is ready to sail.”", "“It has new engines.”"])
    }

    @Test("a paragraph of speech without a cue goes on with whoever spoke in the one before")
    func implied() {
        let text = MarkedSpeech(
            """
            {1 Ivo Brandt} had asked for the report.

            {0 Mara Ellwood} stressed that the boat is safe for families.

            "We tested it all winter. It will carry us well."
            """)
        #expect(text.direct().map(\.speaker) == [0])
    }

    @Test(
        "a definite noun is the holder of that office",
        arguments: [
            "{0! Captain} {0 Mara Ellwood} met {1! Mayor} {1 Ivo Brandt}. “We are ready to sail,” the captain said.",
            "{1! Mayor} {1 Ivo Brandt} met {0! minister} {0 Mara Ellwood}. He left early. “We are ready to sail,” the minister said.",
            "{1 Ivo Brandt} met {0 Mara Ellwood}. “We are ready to sail,” {0~ the minister} said.",
        ])
    func office(marked: String) {
        #expect(MarkedSpeech(marked).direct().map(\.speaker) == [0])
    }

    @Test("he and she keep to what titles and given names prove")
    func gender() {
        let text = MarkedSpeech(
            "Mr {0 Brandt} met Mrs {1 Ellwood} at noon. “We are ready,” she said. “I doubt it,” he replied.")
        #expect(text.direct().map(\.speaker) == [1, 0])
    }

    @Test(
        "an outlet that passes words on is the source, not the speaker",
        arguments: [
            "“We are ready to sail,” {1 Lakeside News} quoted {0 Mara Ellwood} as saying.",
            "“We are ready to sail,” {0 Mara Ellwood} was quoted as saying by {1 Lakeside News}.",
            "“We are ready to sail,” {0 Mara Ellwood} told {1 Lakeside News}.",
            "“We are ready to sail,” {0 Mara Ellwood} told the news agency {1 Lakeside News} on Monday.",
            "“We are ready to sail,” {0 Mara Ellwood} said, {1 Lakeside News} reports.",
            "“We are ready to sail,” {0 Mara Ellwood} said in an interview with {1 Lakeside News}.",
            "{0 Mara Ellwood} told {1 Lakeside News}: “We are ready to sail.”",
        ])
    func source(marked: String) {
        let text = MarkedSpeech(marked, types: [.person, .organization])
        #expect(text.direct().map(\.speaker) == [0])
        #expect(text.direct().map(\.source) == [1])
    }

    @Test("an outlet alone that reports words is a source without a speaker")
    func outletOnly() {
        let text = MarkedSpeech("“The ferry has sailed at last,” {0 Lakeside News} reported.", types: [.organization])
        #expect(text.direct().map(\.source) == [0])
        #expect(text.direct().map(\.speaker) == [nil])
    }

    @Test(
        "organisations speak for themselves, a person's office for the person",
        arguments: [
            "“The ferry is safe for everybody,” {0 Lake Ferries} said in a statement.",
            "“The ferry is safe for everybody,” {0 Mara Ellwood}'s office said.",
            "“The ferry is safe for everybody,” the press office of {0 Mara Ellwood} said.",
            "“The ferry is safe for everybody,” the press said. {0 Mara Ellwood}'s office.",
        ])
    func offices(marked: String) {
        let text = MarkedSpeech(marked, types: [marked.contains("Lake") ? .organization : .person])
        #expect(text.direct().map(\.speaker) == [0])
    }

    @Test("who has been speaking goes on as he, and the pronoun's mention says so too")
    func pronounAgrees() {
        let text = MarkedSpeech("{0 Ivo Brandt} said he met {1 Tom Low}.\n\n“We are ready to sail,” he added.")
        #expect(text.direct().map(\.speaker) == [0])
        #expect(text.direct().map(\.speakerBasis) == [.pronoun])
        let pronouns = text.read().mentions.filter { $0.kind == .pronoun }
        #expect(pronouns.map(\.entity) == [0, 0])
    }

    @Test(
        "a description of which the text has two means nobody",
        arguments: [
            "{0! Minister} {0 Mara Ellwood} met {1! Minister} {1 Ivo Brandt}. “We are ready to sail,” the minister said.",
            "{0 Mara Ellwood} fell. The son of {0 Mara Ellwood} ran. “We are ready to sail,” the son said.",
            "Police took {0 Mara Ellwood} to the station. “We are ready to sail,” the statement said.",
        ])
    func notUnique(marked: String) {
        #expect(MarkedSpeech(marked).direct().map(\.speaker) == [nil])
    }

    @Test(
        "a bare noun for an organisation is the one named before with that word",
        arguments: [
            "The {0 Lake Ministry} met {1 Lake Ferries}. “The ferry is safe for everybody,” the ministry said.",
            "The {0 Lake Police} met {1 Lake Ferries}. “The ferry is safe for everybody,” police said.",
        ])
    func organization(marked: String) {
        #expect(MarkedSpeech(marked, types: [.organization, .organization]).direct().map(\.speaker) == [0])
    }

    @Test(
        "nobody is guessed where the text names nobody",
        arguments: [
            "{0 Mara Ellwood} watched. “We are ready to sail,” a spokesman for {0 Mara Ellwood} said.",
            "{0 Mara Ellwood} watched. “We are ready to sail,” {0 Mara Ellwood}'s lawyer said.",
            "{0 Mara Ellwood} watched. “We are ready to sail,” one sailor told reporters.",
            "{0 Mara Ellwood} watched. “We are ready to sail,” officials said.",
            "{0 Mara Ellwood} watched. “We are ready to sail,” her lawyer said.",
            "{0 Mara Ellwood} watched. “We are ready to sail,” the spokesman said.",
            "“We are ready to sail,” {0 Mara Ellwood} and {1 Ivo Brandt} said.",
            "Mr {0 Brandt} watched. “We are ready to sail,” she said.",
            "The sea was calm. “{0 Mara Ellwood} is a good sailor and we like her,” he said.",
            "{0 Mara Ellwood} met {1 Ivo Brandt} and {2 Ana Low}. Then {1 Ivo Brandt} left with {2 Ana Low}.\n\n“We are ready to sail.”",
        ])
    func nobody(marked: String) {
        #expect(MarkedSpeech(marked).direct().map(\.speaker) == [nil])
    }

    @Test("the words by which the text names speaker and cue are kept")
    func words() {
        let text = MarkedSpeech("“We are ready to sail,” {0~ the harbour master} warned.")
        #expect(text.direct().map { text.string($0.speakerTokens) } == ["the harbour master"])
        #expect(text.direct().map { text.string($0.cue) } == ["warned"])
    }

    @Test("speech in Ukrainian is attributed too")
    func ukrainian() {
        let text = MarkedSpeech(
            "«Ми готові будувати новий міст цього року», – сказав {0 Тарас Коваль}.", language: "uk")
        #expect(text.direct().map(\.speaker) == [0])
    }
}
