// Arithmetic and comparisons. Whatever overflows, divides by zero or has no Int leaves with nothing changed.

#define COMPUTES(name, expression) \
    INSTRUCTION(name) { \
        fp[A] = (uint64_t)(expression); \
        NEXT; \
    }

// MARK: Int

#define COMPUTES_CHECKED(name, builtin, left, right) \
    INSTRUCTION(name) { \
        CHECKED(builtin, left, right); \
        NEXT; \
    }

COMPUTES_CHECKED(IntAdd, __builtin_add_overflow, integer(fp[B]), integer(fp[C]))
COMPUTES_CHECKED(IntSubtract, __builtin_sub_overflow, integer(fp[B]), integer(fp[C]))
COMPUTES_CHECKED(IntMultiply, __builtin_mul_overflow, integer(fp[B]), integer(fp[C]))
COMPUTES_CHECKED(IntNegate, __builtin_sub_overflow, (int64_t)0, integer(fp[B]))
COMPUTES_CHECKED(IntAddImmediate, __builtin_add_overflow, integer(fp[B]), SIGNED_C)
COMPUTES_CHECKED(IntMultiplyImmediate, __builtin_mul_overflow, integer(fp[B]), SIGNED_C)

#define DIVIDES(name, operator) \
    INSTRUCTION(name) { \
        int64_t dividend = integer(fp[B]), divisor = integer(fp[C]); \
        if (UNLIKELY(divisor == 0)) LEAVE(TrapDivision); \
        if (UNLIKELY(dividend == INT64_MIN && divisor == -1)) LEAVE(TrapOverflow); \
        fp[A] = (uint64_t)(dividend operator divisor); \
        NEXT; \
    }

DIVIDES(IntDivide, /)
DIVIDES(IntRemainder, %)

// Positive immediates only, so that nothing can go wrong.
static inline int64_t positive(int64_t immediate) { return immediate > 1 ? immediate : 1; }

COMPUTES(IntDivideImmediate, integer(fp[B]) / positive(SIGNED_C))
COMPUTES(IntRemainderImmediate, integer(fp[B]) % positive(SIGNED_C))
COMPUTES(IntAddWrapping, fp[B] + fp[C])
COMPUTES(IntSubtractWrapping, fp[B] - fp[C])
COMPUTES(IntMultiplyWrapping, fp[B] * fp[C])
COMPUTES(IntAnd, fp[B] & fp[C])
COMPUTES(IntOr, fp[B] | fp[C])
COMPUTES(IntXor, fp[B] ^ fp[C])
COMPUTES(IntNot, ~fp[B])
COMPUTES(IntEqual, fp[B] == fp[C])
COMPUTES(IntNotEqual, fp[B] != fp[C])
COMPUTES(IntLess, integer(fp[B]) < integer(fp[C]))
COMPUTES(IntLessEqual, integer(fp[B]) <= integer(fp[C]))
COMPUTES(IntMin, integer(fp[C]) < integer(fp[B]) ? fp[C] : fp[B])
COMPUTES(IntMax, integer(fp[C]) >= integer(fp[B]) ? fp[C] : fp[B])
COMPUTES(BoolNot, fp[B] ^ 1)

INSTRUCTION(IntAbs) {
    int64_t value = integer(fp[B]);
    if (UNLIKELY(value == INT64_MIN)) LEAVE(TrapOverflow);
    fp[A] = (uint64_t)(value < 0 ? -value : value);
    NEXT;
}

/// value · 2^places for a value of `width` bits that stands sign- or zero-extended in 64, as `<<` and `>>` (places
/// turned round) have it: what is shifted out is gone, a negative number of places shifts the other way.
static inline uint64_t shifted(uint64_t value, int64_t places, long width, bool is_signed) {
    if (places >= width) return 0;
    if (places >= 0) return value << places;
    if (places <= -width) return is_signed && (int64_t)value < 0 ? ~(uint64_t)0 : 0;
    return is_signed ? (uint64_t)((int64_t)value >> -places) : value >> -places;
}

/// −places, where that has a value.
static inline int64_t reversed(int64_t places) { return places == INT64_MIN ? INT64_MAX : -places; }

COMPUTES(IntShiftLeft, shifted(fp[B], integer(fp[C]), 64, true))
COMPUTES(IntShiftRight, shifted(fp[B], reversed(integer(fp[C])), 64, true))

// MARK: Integers of a width

/// Places of a shift by an unsigned number.
static inline int64_t places_unsigned(uint64_t places) { return places > 64 ? 64 : (int64_t)places; }

/// One of the functions of `FixedKind` for values of `type`, which is `is_signed`.
#define FIXED(type, is_signed) \
    do { \
        type a = (type)fp[B], b = (type)fp[C], result; \
        int64_t places = is_signed ? (int64_t)b : places_unsigned((uint64_t)b); \
        switch ((FixedKind)(X >> 4)) { \
        case FixedKindAdd: \
            if (UNLIKELY(__builtin_add_overflow(a, b, &result))) LEAVE(TrapOverflow); \
            break; \
        case FixedKindSubtract: \
            if (UNLIKELY(__builtin_sub_overflow(a, b, &result))) LEAVE(TrapOverflow); \
            break; \
        case FixedKindMultiply: \
            if (UNLIKELY(__builtin_mul_overflow(a, b, &result))) LEAVE(TrapOverflow); \
            break; \
        case FixedKindDivide: \
        case FixedKindRemainder: { \
            bool is_remainder = X >> 4 == FixedKindRemainder; \
            if (UNLIKELY(b == 0)) LEAVE(TrapDivision); \
            type least = is_signed ? (type)((uint64_t)1 << (sizeof(type) * 8 - 1)) : 0; \
            if (UNLIKELY(is_signed && a == least && b == (type)-1)) LEAVE(TrapOverflow); \
            result = is_remainder ? a % b : a / b; \
            break; \
        } \
        case FixedKindNegate: \
            if (UNLIKELY(__builtin_sub_overflow((type)0, a, &result))) LEAVE(TrapOverflow); \
            break; \
        case FixedKindAddWrapping: result = (type)((uint64_t)a + (uint64_t)b); break; \
        case FixedKindSubtractWrapping: result = (type)((uint64_t)a - (uint64_t)b); break; \
        case FixedKindMultiplyWrapping: result = (type)((uint64_t)a * (uint64_t)b); break; \
        case FixedKindNot: result = (type)~a; break; \
        case FixedKindShiftLeft: \
            result = (type)shifted((uint64_t)a, places, sizeof(type) * 8, is_signed); \
            break; \
        case FixedKindShiftRight: \
            result = (type)shifted((uint64_t)a, reversed(places), sizeof(type) * 8, is_signed); \
            break; \
        case FixedKindLess: fp[A] = a < b; NEXT; \
        case FixedKindLessEqual: fp[A] = a <= b; NEXT; \
        default: HOST; \
        } \
        fp[A] = (uint64_t)result; \
        NEXT; \
    } while (0)

INSTRUCTION(FixedFunction) {
    // In the order of `NominalType.integers`.
    switch (X & 15) {
    case 0: FIXED(int64_t, true);
    case 1: FIXED(int8_t, true);
    case 2: FIXED(int16_t, true);
    case 3: FIXED(int32_t, true);
    case 4: FIXED(int64_t, true);
    case 5: FIXED(uint64_t, false);
    case 6: FIXED(uint8_t, false);
    case 7: FIXED(uint16_t, false);
    case 8: FIXED(uint32_t, false);
    case 9: FIXED(uint64_t, false);
    default: HOST;
    }
}

// MARK: Double

COMPUTES(DoubleAdd, bits(real(fp[B]) + real(fp[C])))
COMPUTES(DoubleSubtract, bits(real(fp[B]) - real(fp[C])))
COMPUTES(DoubleMultiply, bits(real(fp[B]) * real(fp[C])))
COMPUTES(DoubleDivide, bits(real(fp[B]) / real(fp[C])))
COMPUTES(DoubleNegate, fp[B] ^ (uint64_t)1 << 63)
COMPUTES(DoubleEqual, real(fp[B]) == real(fp[C]))
COMPUTES(DoubleNotEqual, real(fp[B]) != real(fp[C]))
COMPUTES(DoubleLess, real(fp[B]) < real(fp[C]))
COMPUTES(DoubleLessEqual, real(fp[B]) <= real(fp[C]))
COMPUTES(DoubleAbs, fp[B] & ~((uint64_t)1 << 63))
// Of equal values, and where one is no number, the one that Swift takes.
COMPUTES(DoubleMin, real(fp[C]) < real(fp[B]) ? fp[C] : fp[B])
COMPUTES(DoubleMax, real(fp[C]) >= real(fp[B]) ? fp[C] : fp[B])
COMPUTES(DoubleSquareRoot, bits(__builtin_sqrt(real(fp[B]))))

INSTRUCTION(DoubleMultiplyAdd) {
    double product = real(fp[B]) * real(fp[C]);
    fp[A] = bits(real(fp[A]) + product);
    NEXT;
}

INSTRUCTION(DoubleFunction) {
    double x = real(fp[B]), y = real(fp[C]), value = x;
    switch ((DoubleFunction)X) {
    case DoubleFunctionExp: value = exp(x); break;
    case DoubleFunctionLog: value = log(x); break;
    case DoubleFunctionSin: value = sin(x); break;
    case DoubleFunctionCos: value = cos(x); break;
    case DoubleFunctionTan: value = tan(x); break;
    case DoubleFunctionTanh: value = tanh(x); break;
    case DoubleFunctionPow: value = pow(x, y); break;
    case DoubleFunctionFloor: value = floor(x); break;
    case DoubleFunctionCeil: value = ceil(x); break;
    case DoubleFunctionRound: value = round(x); break;
    case DoubleFunctionTrunc: value = trunc(x); break;
    case DoubleFunctionRemainder: value = fmod(x, y); break;
    }
    fp[A] = bits(value);
    NEXT;
}

// MARK: Float

COMPUTES(FloatAdd, single_bits(single(fp[B]) + single(fp[C])))
COMPUTES(FloatSubtract, single_bits(single(fp[B]) - single(fp[C])))
COMPUTES(FloatMultiply, single_bits(single(fp[B]) * single(fp[C])))
COMPUTES(FloatDivide, single_bits(single(fp[B]) / single(fp[C])))
COMPUTES(FloatNegate, single_bits(-single(fp[B])))
COMPUTES(FloatEqual, single(fp[B]) == single(fp[C]))
COMPUTES(FloatNotEqual, single(fp[B]) != single(fp[C]))
COMPUTES(FloatLess, single(fp[B]) < single(fp[C]))
COMPUTES(FloatLessEqual, single(fp[B]) <= single(fp[C]))

// MARK: Conversions

COMPUTES(IntToDouble, bits((double)integer(fp[B])))
COMPUTES(IntToFloat, single_bits((float)integer(fp[B])))
COMPUTES(FloatToDouble, bits((double)single(fp[B])))
COMPUTES(DoubleToFloat, single_bits((float)real(fp[B])))

INSTRUCTION(DoubleToInt) {
    double value = real(fp[B]);
    // Written so that NaN fails too; both bounds are exact.
    if (UNLIKELY(!(value > -9223372036854777856.0 && value < 9223372036854775808.0))) LEAVE(TrapConversion);
    fp[A] = (uint64_t)(int64_t)value;
    NEXT;
}
INSTRUCTION(FloatToInt) {
    float value = single(fp[B]);
    if (UNLIKELY(!(value >= -9223372036854775808.0f && value < 9223372036854775808.0f))) LEAVE(TrapConversion);
    fp[A] = (uint64_t)(int64_t)value;
    NEXT;
}
