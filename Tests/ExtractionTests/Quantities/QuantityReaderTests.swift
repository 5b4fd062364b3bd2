import Annotation
import Testing

@testable import Extraction

@Suite struct QuantityReaderTests {
    /// The amounts of a text as `text|kind|value|unit`, dates read before them.
    static func read(
        _ string: String, names: [RecognizedName] = [], entities: [FoundEntity] = []
    ) -> [String] {
        let text = TokenizedText(Array(string.utf8))
        var reading = Reading(
            text: text, sections: [PageSection(kind: .body, bytes: 0..<text.bytes.count)], language: "en", names: names)
        reading.entities = entities
        DateReader().read(&reading)
        QuantityReader().read(&reading)
        return reading.quantities.map { quantity in
            let words = String(decoding: text.bytes[quantity.bytes], as: UTF8.self)
            let value = quantity.value.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? ""
            return "\(words)|\(quantity.kind)|\(value)|\(quantity.unit ?? "")"
        }
    }

    @Test(arguments: [
        ("They unite 1.3 million reserve officers.", "1.3 million reserve officers|count|1300000|reserve officers"),
        ("It drew 252 leading defense companies.", "252 leading defense companies|count|252|defense companies"),
        ("The two countries met.", "two countries|count|2|countries"),
        ("Two dozen men fled.", "Two dozen men|count|24|men"),
        ("A hundred people fled.", "A hundred people|count|100|people"),
        ("One hundred and fifty thousand people fled.", "One hundred and fifty thousand people|count|150000|people"),
        ("Twenty-one soldiers died.", "Twenty-one soldiers|count|21|soldiers"),
        ("Half a million children fled.", "Half a million children|count|500000|children"),
        ("About 1,300,000 voters came.", "1,300,000 voters|count|1300000|voters"),
        ("About 1.300.000 voters came.", "1.300.000 voters|count|1300000|voters"),
        ("About 12,34,567 voters came.", "12,34,567 voters|count|1234567|voters"),
        ("About 35 000 individuals came.", "35 000 individuals|count|35000|individuals"),
        ("They hold 3 lakh votes.", "3 lakh votes|count|300000|votes"),
        ("It drew 1.2m visitors.", "1.2m visitors|count|1200000|visitors"),
        ("It serves 10m people.", "10m people|count|10000000|people"),
        (
            "They released 699 new domestically transmitted infections.",
            "699 new domestically transmitted infections|count|699|domestically transmitted infections"
        ),
        ("One person died.", "One person|count|1|person"),
        ("They asked for 50 billion for the army.", "50 billion|count|50000000000|"),
        ("Police said 22 others were hurt.", "22 others|count|22|others"),
        ("Some 125 staff members left.", "125 staff members|count|125|staff members"),
    ])
    func countsWithWhatIsCounted(sentence: String, expected: String) {
        #expect(Self.read(sentence) == [expected])
    }

    @Test(arguments: [
        ("It cost $5 million.", "$5 million|money|5000000|USD"),
        ("It cost US$8.2 million.", "US$8.2 million|money|8200000|USD"),
        ("It cost US$ 450,000.", "US$ 450,000|money|450000|USD"),
        ("It cost HK$1.6bn.", "HK$1.6bn|money|1600000000|HKD"),
        ("It cost N$8 600.", "N$8 600|money|8600|NAD"),
        ("It cost €1.6bn.", "€1.6bn|money|1600000000|EUR"),
        ("It cost £420m.", "£420m|money|420000000|GBP"),
        ("It cost N5bn.", "N5bn|money|5000000000|NGN"),
        ("It cost R1.2m.", "R1.2m|money|1200000|ZAR"),
        ("It cost ₹500 crore.", "₹500 crore|money|5000000000|INR"),
        ("It cost Tk 2,977 crore.", "Tk 2,977 crore|money|29770000000|BDT"),
        ("It cost QR330.7mn.", "QR330.7mn|money|330700000|QAR"),
        ("It cost USD 29 million.", "USD 29 million|money|29000000|USD"),
        ("It cost ZAR2,6 million.", "ZAR2,6 million|money|2600000|ZAR"),
        ("It cost Ksh 550.", "Ksh 550|money|550|KES"),
        ("It cost Birr 20 million.", "Birr 20 million|money|20000000|ETB"),
        ("It cost 5 billion naira.", "5 billion naira|money|5000000000|NGN"),
        ("It cost 1.3 trillion won.", "1.3 trillion won|money|1300000000000|KRW"),
        ("It cost 300 Kenyan shillings.", "300 Kenyan shillings|money|300|KES"),
        ("It cost a million U.S. dollars.", "a million U.S. dollars|money|1000000|USD"),
        ("It cost 300 shillings.", "300 shillings|money|300|"),
    ])
    func moneyWithItsCurrency(sentence: String, expected: String) {
        #expect(Self.read(sentence) == [expected])
    }

    @Test func theOneCountryOfTheTextSettlesASharedCurrency() {
        let india = FoundEntity(type: .location, subtype: "country", name: "India", country: "IN")
        let nepal = FoundEntity(type: .location, subtype: "country", name: "Nepal", country: "NP")
        #expect(Self.read("It cost Rs 5,000.", entities: [india]) == ["Rs 5,000|money|5000|INR"])
        #expect(Self.read("It cost Rs 5,000.", entities: [india, nepal]) == ["Rs 5,000|money|5000|"])
    }

    @Test(arguments: [
        ("It fell by 40 percent.", "40 percent|percent|40|"),
        ("It fell by 1.8 per cent.", "1.8 per cent|percent|1.8|"),
        ("It fell to 52.4% then.", "52.4%|percent|52.4|"),
        ("It fell to 7¾ per cent.", "7¾ per cent|percent|7.75|"),
        ("It fell by two percentage points.", "two percentage points|percent|2|percentage points"),
        ("It is 40 kilometres long.", "40 kilometres|measure|40|km"),
        ("A 300-megawatt plant.", "300-megawatt|measure|300|MW"),
        ("It was 25.1°C there.", "25.1°C|measure|25.1|°C"),
        ("It covers 500 square kilometres.", "500 square kilometres|measure|500|km²"),
        ("It is the 35th meeting.", "35th|ordinal|35|"),
        ("It is the second meeting.", "second|ordinal|2|"),
    ])
    func percentMeasuresAndOrdinals(sentence: String, expected: String) {
        #expect(Self.read(sentence) == [expected])
    }

    @Test func bothEndsOfARangeHaveTheUnit() {
        #expect(
            Self.read("It fell by 10-15% and cost $12-14 billion.") == [
                "10|percent|10|", "15%|percent|15|", "$12|money|12000000000|USD", "14 billion|money|14000000000|USD",
            ])
        #expect(Self.read("Some 20 to 25 vehicles.") == ["20|count|20|vehicles", "25 vehicles|count|25|vehicles"])
    }

    @Test(arguments: [
        "It began dozens of partnerships.", "Hundreds of thousands fled.", "Several hundred men fled.",
        "A number of countries agreed.", "They won 3-2 and 10:4.", "See Article 15 and No. 3.", "A man, 40, fell.",
        "Train 9/10 leaves.", "Version 10.12.2 is out.", "An M113 and an F-16 flew.", "It is open 24/7.",
        "They came on January 27, 2024.", "It took two weeks.", "No one came, one by one.", "COP 15 ended.",
        "See https://example.com/300/people now.", "N95 masks help.", "At first he fell.", "He is one of them.",
        "Call 1800 247 600 now.", "The Cup 2022 ended.",
    ])
    func whatHasNoNumberOrIsALabelIsNone(sentence: String) {
        #expect(Self.read(sentence) == [])
    }

    @Test func nothingInsideANameIsAnAmount() {
        let name = RecognizedName(tokens: 1..<4, type: .organization, confidence: 0.9)
        #expect(Self.read("The Group 77 Nations met.", names: [name]) == [])
    }
}
