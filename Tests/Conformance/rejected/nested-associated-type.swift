struct J: ExpressibleByDictionaryLiteral { init(dictionaryLiteral e: (String, J)...) {}; enum Value { case a } } // rejected: type 'J' does not conform to protocol 'ExpressibleByDictionaryLiteral'
