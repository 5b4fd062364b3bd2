extension FeatureWeights {
    static func write(scale: Float, keys: [UInt64], rows: [SIMD32<Int8>], to writer: inout ByteWriter) {
        writer.put(scale)
        writer.put(UInt32(keys.count))
        var last: UInt64 = 0
        for (key, row) in zip(keys, rows) {
            writer.putSmall(key - last)
            last = key
            let lanes = (0..<Labels.lanes).filter { row[$0] != 0 }
            writer.put(UInt8(lanes.count))
            for lane in lanes {
                writer.put(UInt8(lane))
                writer.put(UInt8(bitPattern: row[lane]))
            }
        }
    }

    init(_ reader: inout ByteReader) throws(ModelError) {
        let scale = try reader.float()
        let count = Int(try reader.word())
        var keys: [UInt64] = []
        var rows = [SIMD32<Int8>](repeating: .zero, count: count)
        keys.reserveCapacity(count)
        var last: UInt64 = 0
        for row in 0..<count {
            last += try reader.small()
            keys.append(last)
            for _ in 0..<(try reader.byte()) {
                let lane = Int(try reader.byte()) % Labels.lanes
                rows[row][lane] = Int8(bitPattern: try reader.byte())
            }
        }
        self.init(scale: scale, keys: keys, rows: rows)
    }
}

extension WordClusters {
    func write(to writer: inout ByteWriter) {
        let entries = self.entries
        writer.put(UInt32(entries.count))
        var last: UInt64 = 0
        for entry in entries {
            writer.putSmall(entry.hash - last)
            last = entry.hash
            writer.putSmall(UInt64(entry.clusters))
        }
    }

    init(_ reader: inout ByteReader) throws(ModelError) {
        let count = Int(try reader.word())
        var entries: [(hash: UInt64, clusters: Packed)] = []
        entries.reserveCapacity(count)
        var last: UInt64 = 0
        for _ in 0..<count {
            last += try reader.small()
            entries.append((last, Packed(truncatingIfNeeded: try reader.small())))
        }
        self.init(entries)
    }
}

extension Gazetteer {
    func write(to writer: inout ByteWriter) {
        let entries = self.entries
        writer.put(UInt32(entries.count))
        var last: UInt64 = 0
        for entry in entries {
            writer.putSmall(entry.hash - last)
            last = entry.hash
            writer.putSmall(UInt64(entry.kinds.rawValue))
        }
    }

    init(_ reader: inout ByteReader) throws(ModelError) {
        let count = Int(try reader.word())
        self.init(minimumCapacity: count)
        var last: UInt64 = 0
        for _ in 0..<count {
            last += try reader.small()
            insert(last, PhraseKinds(rawValue: UInt16(truncatingIfNeeded: try reader.small())))
        }
    }
}
