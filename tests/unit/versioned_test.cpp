// The exception wall and the struct_size rule: the two templates every entry point of the C API is made of.
#include "../../abi/capi/guard.hpp"
#include "../../abi/capi/versioned.hpp"

#include <new>
#include <stdexcept>

#include "support/check.hpp"  // last: cmocka has a macro named fail

using namespace v4lxx;
using namespace v4lxx::capi;

namespace {

// A struct as this version knows it, and as a newer program does.
struct Known {
    uint32_t struct_size, a, b;
};
struct Newer {
    uint32_t struct_size, a, b, c, d;
};

}  // namespace

static void abi_a_struct_of_a_newer_program_reads_if_its_tail_is_zero(void **)
{
    Newer newer{sizeof(Newer), 1, 2, 0, 0};
    Known known{};
    assert_false(read_versioned(reinterpret_cast<Known *>(&newer), &known, "options").has_value());
    assert_int_equal(known.a, 1);
    assert_int_equal(known.b, 2);
    assert_int_equal(known.struct_size, sizeof(Known));
    newer.d = 1;
    auto bad = read_versioned(reinterpret_cast<Known *>(&newer), &known, "options");
    assert_true(bad.has_value());
    assert_true(bad->code == Code::struct_tail_unknown);
}

static void abi_a_struct_of_a_newer_program_is_written_with_a_zero_tail(void **)
{
    Newer newer{sizeof(Newer), 9, 9, 9, 9};
    write_versioned(reinterpret_cast<Known *>(&newer), Known{sizeof(Known), 1, 2});
    assert_int_equal(newer.struct_size, sizeof(Newer));
    assert_int_equal(newer.a, 1);
    assert_int_equal(newer.b, 2);
    assert_int_equal(newer.c, 0);
    assert_int_equal(newer.d, 0);
}

static void abi_impossible_sizes_are_refused_by_name(void **)
{
    Known in{}, out{};
    for (uint32_t size : {0u, 1u, uint32_t{sizeof(Known)} - 1}) {
        in.struct_size = size;
        auto bad = read_versioned(&in, &out, "options");
        assert_true(bad && bad->code == Code::struct_too_small);
        assert_string_equal(bad->field.c_str(), "options.struct_size");
    }
    for (uint32_t size : {largest_struct + 1, UINT32_MAX}) {
        in.struct_size = size;
        auto bad = read_versioned(&in, &out, "options");
        assert_true(bad && bad->code == Code::struct_too_large);
    }
    assert_false(read_versioned<Known>(nullptr, &out, "options").has_value());
    assert_int_equal(out.struct_size, sizeof(Known));
    assert_int_equal(out.a, 0);
}

static v4lxx_status throw_through(v4lxx_error **error, int what)
{
    return guard(error, [&]() -> v4lxx_status {
        switch (what) {
        case 0: throw std::bad_alloc();
        case 1: throw std::runtime_error("a sentence");
        case 2: throw 42;
        default: return V4LXX_OK;
        }
    });
}

static void abi_no_exception_passes_the_wall(void **)
{
    v4lxx_error *error = nullptr;
    assert_int_equal(throw_through(&error, 0), V4LXX_ERROR_NO_MEMORY);
    assert_int_equal(v4lxx_error_get_status(error), V4LXX_ERROR_NO_MEMORY);
    assert_int_equal(v4lxx_error_get_code(error), V4LXX_CODE_OUT_OF_MEMORY);
    assert_string_not_equal(v4lxx_error_get_message(error), "");
    v4lxx_error_free(error);
    assert_int_equal(throw_through(&error, 1), V4LXX_ERROR_SYSTEM);
    assert_int_equal(v4lxx_error_get_code(error), V4LXX_CODE_INTERNAL);
    assert_string_equal(v4lxx_error_get_cause(error), "a sentence");
    v4lxx_error_free(error);
    assert_int_equal(throw_through(&error, 2), V4LXX_ERROR_SYSTEM);
    v4lxx_error_free(error);
    error = reinterpret_cast<v4lxx_error *>(1);
    assert_int_equal(throw_through(&error, 3), V4LXX_OK);
    assert_null(error);  // written on success too
    for (int what = 0; what < 4; what++)
        throw_through(nullptr, what);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(abi_a_struct_of_a_newer_program_reads_if_its_tail_is_zero),
        cmocka_unit_test(abi_a_struct_of_a_newer_program_is_written_with_a_zero_tail),
        cmocka_unit_test(abi_impossible_sizes_are_refused_by_name),
        cmocka_unit_test(abi_no_exception_passes_the_wall),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
