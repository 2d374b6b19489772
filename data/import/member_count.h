#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace sightline {

/// Stands for a member of any type where it is only asked whether there could be one.
struct AnyMember {
    template <class Value>
    operator Value() const; // NOLINT(google-explicit-constructor): it has to convert by itself
};

/// How many members a plain struct has, found by trying how many values it can be made from: a list of its members that
/// forgets one then does not compile.
template <class Struct, class... Values>
consteval std::size_t memberCount() {
    if constexpr (requires { Struct{std::declval<Values>()..., std::declval<AnyMember>()}; })
        return memberCount<Struct, Values..., AnyMember>();
    else
        return sizeof...(Values);
}

} // namespace sightline
