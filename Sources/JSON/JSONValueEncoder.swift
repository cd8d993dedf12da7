extension JSONValue {
    /// A message type as a value, its members in the order in which the type writes them.
    package init(encoding value: some Encodable) {
        let node = Node()
        // Message types only hold what JSON has, so their encoding cannot fail.
        try? value.encode(to: ValueEncoder(node: node, codingPath: []))
        self = node.value
    }
}

/// A place in the value that is being made. Containers write when they are asked to, in any order.
private final class Node {
    private enum Content {
        case leaf(JSONValue)
        case object([(key: String, node: Node)])
        case list([Node])
    }

    private var content = Content.leaf(.null)

    func set(_ value: JSONValue) {
        content = .leaf(value)
    }

    func becomeObject() {
        if case .object = content { return }
        content = .object([])
    }

    func becomeList() {
        if case .list = content { return }
        content = .list([])
    }

    func member(_ key: String) -> Node {
        let node = Node()
        if case .object(var members) = content {
            content = .leaf(.null)
            members.append((key, node))
            content = .object(members)
        }
        return node
    }

    func element() -> Node {
        let node = Node()
        if case .list(var nodes) = content {
            content = .leaf(.null)
            nodes.append(node)
            content = .list(nodes)
        }
        return node
    }

    var count: Int {
        if case .list(let nodes) = content { nodes.count } else { 0 }
    }

    var value: JSONValue {
        switch content {
        case .leaf(let value): value
        case .list(let nodes): .array(nodes.map(\.value))
        case .object(let members): .object(JSONObject(members.map { ($0.key, $0.node.value) }))
        }
    }
}

private struct ValueEncoder: Encoder, SingleValueEncodingContainer {
    let node: Node
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.becomeObject()
        return KeyedEncodingContainer(KeyedWriter(node: node, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.becomeList()
        return ListWriter(node: node, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    func encodeNil() { node.set(.null) }
    func encode(_ value: Bool) { node.set(.bool(value)) }
    func encode(_ value: String) { node.set(.string(value)) }
    func encode(_ value: Double) { node.set(.double(value)) }
    func encode(_ value: Float) { node.set(.double(Double(value))) }
    func encode(_ value: Int) { node.set(.int(value)) }
    func encode(_ value: Int8) { node.set(.int(Int(value))) }
    func encode(_ value: Int16) { node.set(.int(Int(value))) }
    func encode(_ value: Int32) { node.set(.int(Int(value))) }
    func encode(_ value: Int64) { node.set(.int(Int(value))) }
    func encode(_ value: UInt) { set(UInt64(value)) }
    func encode(_ value: UInt8) { node.set(.int(Int(value))) }
    func encode(_ value: UInt16) { node.set(.int(Int(value))) }
    func encode(_ value: UInt32) { node.set(.int(Int(value))) }
    func encode(_ value: UInt64) { set(value) }

    func encode(_ value: some Encodable) throws {
        if let json = value as? JSONValue {
            node.set(json)
        } else {
            try value.encode(to: self)
        }
    }

    private func set(_ value: UInt64) {
        node.set(Int(exactly: value).map(JSONValue.int) ?? .double(Double(value)))
    }
}

private struct KeyedWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: Node
    let codingPath: [any CodingKey]

    private func writer(_ key: Key) -> ValueEncoder {
        ValueEncoder(node: node.member(key.stringValue), codingPath: codingPath)
    }

    func encodeNil(forKey key: Key) { writer(key).encodeNil() }
    func encode(_ value: some Encodable, forKey key: Key) throws { try writer(key).encode(value) }
    func nestedContainer<Nested: CodingKey>(
        keyedBy keyType: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        writer(key).container(keyedBy: keyType)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        writer(key).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { ValueEncoder(node: node, codingPath: codingPath) }
    func superEncoder(forKey key: Key) -> any Encoder { writer(key) }
}

private struct ListWriter: UnkeyedEncodingContainer {
    let node: Node
    let codingPath: [any CodingKey]
    var count: Int { node.count }

    private func writer() -> ValueEncoder {
        ValueEncoder(node: node.element(), codingPath: codingPath)
    }

    func encodeNil() { writer().encodeNil() }
    func encode(_ value: some Encodable) throws { try writer().encode(value) }
    func nestedContainer<Nested: CodingKey>(
        keyedBy keyType: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        writer().container(keyedBy: keyType)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { writer().unkeyedContainer() }
    func superEncoder() -> any Encoder { ValueEncoder(node: node, codingPath: codingPath) }
}

extension JSONValue: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let bool): try container.encode(bool)
        case .int(let int): try container.encode(int)
        case .double(let double): try container.encode(double)
        case .string(let string): try container.encode(string)
        case .array(let elements): try container.encode(elements)
        case .object:
            // Only the writer above keeps the order of members; it takes a value as it is.
            if let writer = container as? ValueEncoder { writer.node.set(self) }
        }
    }
}
