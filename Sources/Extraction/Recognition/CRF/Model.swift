import Foundation

/// A trained model: weights, the words it knows, and how sure its probabilities make it.
package struct Model: Sendable {
    /// Changes when older programs cannot read the file.
    static let format: UInt32 = 1
    static let magic = Array("EWMODEL\n".utf8)

    /// Names the training run; part of every extractor's version.
    package var name: String
    package var transitions: Transitions
    package var weights: FeatureWeights
    package var lexicon: Lexicon
    package var calibration: Calibration
    /// Added to the score of every name's first token: above 0 finds more names, below 0 fewer wrong ones.
    package var eagerness: Float
    /// Of the file that the model was read from; 0 for one that was never written.
    package private(set) var checksum: UInt64 = 0

    package init(
        name: String, transitions: Transitions, weights: FeatureWeights, lexicon: Lexicon, calibration: Calibration,
        eagerness: Float
    ) {
        self.name = name
        self.transitions = transitions
        self.weights = weights
        self.lexicon = lexicon
        self.calibration = calibration
        self.eagerness = eagerness
    }

    // MARK: Reading

    /// Reads a model file.
    package init(path: String) throws(ModelError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ModelError(code: .missing, detail: path)
        }
        let result = data.withUnsafeBytes { bytes in
            Result { () throws(ModelError) in try Model(bytes: bytes.bindMemory(to: UInt8.self)) }
        }
        self = try result.get()
    }

    /// Reads a model from the bytes of its file.
    package init(bytes: UnsafeBufferPointer<UInt8>) throws(ModelError) {
        var reader = ByteReader(bytes)
        for expected in Self.magic where try reader.byte() != expected {
            throw ModelError(code: .format, detail: "not a model file")
        }
        let format = try reader.word()
        guard format == Self.format else { throw ModelError(code: .format, detail: "version \(format)") }
        checksum = try reader.long()
        guard checksum == Self.checksum(reader.rest) else { throw ModelError(code: .checksum, detail: "damaged") }
        name = String(decoding: try reader.text(), as: UTF8.self)
        eagerness = try reader.float()
        var points: [Float] = []
        for _ in 0...Calibration.steps { points.append(try reader.float()) }
        calibration = Calibration(points: points)
        var flat: [Float] = []
        for _ in 0..<Transitions.count { flat.append(try reader.float()) }
        transitions = Transitions(flat)
        weights = try FeatureWeights(&reader)
        let clusters = try WordClusters(&reader)
        lexicon = Lexicon(clusters: clusters, gazetteer: try Gazetteer(&reader))
    }

    // MARK: Writing

    /// The bytes of the model's file.
    package func encoded(keys: [UInt64], rows: [SIMD32<Int8>]) -> [UInt8] {
        var body = ByteWriter()
        body.put(Array(name.utf8))
        body.put(eagerness)
        for point in calibration.points { body.put(point) }
        for weight in transitions.flat { body.put(weight) }
        FeatureWeights.write(scale: weights.scale, keys: keys, rows: rows, to: &body)
        lexicon.clusters.write(to: &body)
        lexicon.gazetteer.write(to: &body)
        var file = ByteWriter()
        for byte in Self.magic { file.put(byte) }
        file.put(Self.format)
        file.put(body.bytes.withUnsafeBufferPointer(Self.checksum))
        return file.bytes + body.bytes
    }

    /// A 64-bit sum over words of eight bytes; finds damage, proves nothing against malice.
    private static func checksum(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = UInt64(bytes.count)
        let raw = UnsafeRawBufferPointer(bytes)
        var position = 0
        while position + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
            position += 8
        }
        for index in position..<raw.count { hash = (hash ^ UInt64(raw[index])) &* 0x100_0000_01B3 }
        return WordHash.mixed(hash)
    }
}
