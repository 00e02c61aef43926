/* SPDX-License-Identifier: MIT */
/** @file Lists of the C API as ranges: `for (const auto &info : context.list_devices())`. Part of <v4lxx/v4lxx.hpp>. */
#ifndef V4LXX_CPP_LIST_HPP
#define V4LXX_CPP_LIST_HPP

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <stdexcept>

namespace v4lxx {

/** A place in a list. Good as long as the list. */
template <class List, class Entry>
class ListIterator {
public:
    /** What algorithms ask for. */
    using iterator_concept = std::random_access_iterator_tag;
    /** Entries are made when they are looked at. */
    using iterator_category = std::input_iterator_tag;
    /** An entry. */
    using value_type = Entry;
    /** Places are numbers. */
    using difference_type = std::ptrdiff_t;
    /** An entry is a value. */
    using reference = Entry;

    /** No place. */
    ListIterator() noexcept = default;
    /** A place. */
    ListIterator(const List *list, difference_type index) noexcept : list_(list), index_(index) {}

    /** The entry. */
    Entry operator*() const { return list_->at(static_cast<std::size_t>(index_)); }
    /** The entry so many places further on. */
    Entry operator[](difference_type distance) const { return *(*this + distance); }
    /** The next place. */
    ListIterator &operator++() noexcept { return *this += 1; }
    /** The next place. */
    ListIterator operator++(int) noexcept
    {
        ListIterator before = *this;
        ++*this;
        return before;
    }
    /** The place before. */
    ListIterator &operator--() noexcept { return *this -= 1; }
    /** The place before. */
    ListIterator operator--(int) noexcept
    {
        ListIterator before = *this;
        --*this;
        return before;
    }
    /** So many places further on. */
    ListIterator &operator+=(difference_type distance) noexcept
    {
        index_ += distance;
        return *this;
    }
    /** So many places back. */
    ListIterator &operator-=(difference_type distance) noexcept { return *this += -distance; }
    /** So many places further on. */
    friend ListIterator operator+(ListIterator place, difference_type distance) noexcept { return place += distance; }
    /** So many places further on. */
    friend ListIterator operator+(difference_type distance, ListIterator place) noexcept { return place += distance; }
    /** So many places back. */
    friend ListIterator operator-(ListIterator place, difference_type distance) noexcept { return place -= distance; }
    /** The distance of two places of one list. */
    friend difference_type operator-(const ListIterator &a, const ListIterator &b) noexcept { return a.index_ - b.index_; }
    /** Whether two places of one list are the same. */
    friend bool operator==(const ListIterator &a, const ListIterator &b) noexcept { return a.index_ == b.index_; }
    /** Which of two places of one list comes first. */
    friend auto operator<=>(const ListIterator &a, const ListIterator &b) noexcept { return a.index_ <=> b.index_; }

private:
    const List *list_ = nullptr;
    difference_type index_ = 0;
};

/** What a list of the C API has: a snapshot, which does not change. `Derived` gives `count()` and `entry(index)`. */
template <class Derived, class Entry>
class Listed {
public:
    /** A place in the list. */
    using iterator = ListIterator<Derived, Entry>;

    /** Number of entries. */
    [[nodiscard]] std::size_t size() const noexcept { return derived().count(); }
    /** Whether there is none. */
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    /** One entry, from 0. @throws std::out_of_range */
    [[nodiscard]] Entry at(std::size_t index) const
    {
        if (index >= size())
            throw std::out_of_range("a list of libv4lxx has no entry of this number");
        return derived().entry(static_cast<std::uint32_t>(index));
    }
    /** The same. */
    [[nodiscard]] Entry operator[](std::size_t index) const { return at(index); }
    /** The first place. */
    [[nodiscard]] iterator begin() const noexcept { return {&derived(), 0}; }
    /** Behind the last place. */
    [[nodiscard]] iterator end() const noexcept { return {&derived(), static_cast<std::ptrdiff_t>(size())}; }

private:
    [[nodiscard]] const Derived &derived() const noexcept { return static_cast<const Derived &>(*this); }
};

}  // namespace v4lxx

#endif
