/// The distance between given names of East Asia, in which romanisations disagree on voice and on a few vowels.
enum EastAsianSound {
    /// `Jeong-eun`, `Jong-un` and `Chung-un` become alike.
    static func distance(_ first: [UInt8], _ second: [UInt8]) -> Float {
        let (one, two) = (code(first), code(second))
        let limit = Float(max(one.count, two.count))
        return SoundCode.distance(one, two, limit: limit) + (one == two && first != second ? 0.1 : 0)
    }

    /// Voiced letters as voiceless ones, and the vowels of Korean as one school writes them.
    private static func code(_ letters: [UInt8]) -> [UInt8] {
        var code: [UInt8] = []
        var index = 0
        while index < letters.count {
            let letter = letters[index]
            let next = index + 1 < letters.count ? letters[index + 1] : 0
            switch (letter, next) {
            case (UInt8(ascii: "e"), UInt8(ascii: "o")), (UInt8(ascii: "e"), UInt8(ascii: "u")),
                (UInt8(ascii: "o"), UInt8(ascii: "o")), (UInt8(ascii: "o"), UInt8(ascii: "u")):
                code.append(
                    next == UInt8(ascii: "o") && letter == UInt8(ascii: "e") ? UInt8(ascii: "o") : UInt8(ascii: "u"))
                index += 1
            case (UInt8(ascii: "e"), UInt8(ascii: "e")):
                code.append(UInt8(ascii: "i"))
                index += 1
            case (UInt8(ascii: "c"), UInt8(ascii: "h")):
                code.append(UInt8(ascii: "j"))
                index += 1
            case (UInt8(ascii: "b"), _): code.append(UInt8(ascii: "p"))
            case (UInt8(ascii: "d"), _): code.append(UInt8(ascii: "t"))
            case (UInt8(ascii: "g"), _): code.append(UInt8(ascii: "k"))
            case (UInt8(ascii: "w"), UInt8(ascii: "u")), (UInt8(ascii: "w"), UInt8(ascii: "o")): break
            case (UInt8(ascii: "r"), _): code.append(UInt8(ascii: "l"))
            default: code.append(letter)
            }
            index += 1
        }
        return SoundCode.code(code)
    }
}
