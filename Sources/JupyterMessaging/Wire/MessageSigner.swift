internal import Crypto

/// Signs and checks messages with the connection file's key (HMAC, hexadecimal).
package struct MessageSigner: Sendable {
    /// The signature schemes of connection files that are understood.
    package enum Scheme: String, Sendable, CaseIterable {
        case sha256 = "hmac-sha256"
        case sha384 = "hmac-sha384"
        case sha512 = "hmac-sha512"
    }

    private let key: SymmetricKey?
    private let scheme: Scheme

    /// - Parameter key: an empty one turns signing off.
    package init(key: String, scheme: Scheme = .sha256) {
        self.key = key.isEmpty ? nil : SymmetricKey(data: Array(key.utf8))
        self.scheme = scheme
    }

    /// Whether signatures are empty.
    package var signsNothing: Bool { key == nil }

    /// The signature of the four JSON frames.
    package func signature(for frames: [[UInt8]]) -> [UInt8] {
        guard let key else { return [] }
        return switch scheme {
        case .sha256: Self.hexadecimal(authenticate(frames, HMAC<SHA256>(key: key)))
        case .sha384: Self.hexadecimal(authenticate(frames, HMAC<SHA384>(key: key)))
        case .sha512: Self.hexadecimal(authenticate(frames, HMAC<SHA512>(key: key)))
        }
    }

    /// Whether `signature` is that of the frames. Takes the same time wherever it differs.
    package func isValid(_ signature: [UInt8], for frames: [[UInt8]]) -> Bool {
        guard key != nil else { return true }
        let expected = self.signature(for: frames)
        guard expected.count == signature.count else { return false }
        var difference: UInt8 = 0
        for index in expected.indices { difference |= expected[index] ^ signature[index] }
        return difference == 0
    }

    private func authenticate<Hash: HashFunction>(
        _ frames: [[UInt8]], _ hmac: HMAC<Hash>
    ) -> HMAC<Hash>.MAC {
        var hmac = hmac
        for frame in frames { hmac.update(data: frame) }
        return hmac.finalize()
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }
}
