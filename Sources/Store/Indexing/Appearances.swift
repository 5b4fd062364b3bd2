import Foundation
import GRDB

/// The forms that a document names and how often, as one short row: LEB128 numbers, each form as the difference from the
/// one before.
enum Appearances {
    struct Item: Equatable {
        var form: Int64
        var mentions: Int
    }

    static func fetch(_ db: Database, document: Int64) throws -> [Item] {
        let packed = try db.value(Data.self, "SELECT forms FROM appearance WHERE document = ?", [document])
        return packed.map { unpack(Array($0)) } ?? []
    }

    /// - Parameter items: of different forms.
    static func pack(_ items: [Item]) -> [UInt8] {
        var bytes: [UInt8] = []
        var last: Int64 = 0
        for item in items.sorted(by: { $0.form < $1.form }) {
            for number in [item.form - last, Int64(item.mentions)] {
                var rest = UInt64(number)
                while rest > 127 {
                    bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
                    rest >>= 7
                }
                bytes.append(UInt8(rest))
            }
            last = item.form
        }
        return bytes
    }

    static func unpack(_ bytes: [UInt8]) -> [Item] {
        var numbers: [Int64] = []
        var number: UInt64 = 0
        var shift: UInt64 = 0
        for byte in bytes {
            number |= UInt64(byte & 127) << shift
            shift += 7
            if byte < 128 {
                numbers.append(Int64(bitPattern: number))
                (number, shift) = (0, 0)
            }
        }
        var last: Int64 = 0
        return stride(from: 0, to: numbers.count - numbers.count % 2, by: 2).map { place in
            last += numbers[place]
            return Item(form: last, mentions: Int(numbers[place + 1]))
        }
    }
}
