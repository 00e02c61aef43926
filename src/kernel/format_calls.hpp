// Typed calls about what a node is and which formats it has. Every answer of the kernel is checked here before anybody believes it.
#pragma once

#include "base/result.hpp"
#include "kernel/formats.hpp"
#include "kernel/kernel.hpp"

namespace v4lxx::kernel {

Result<Capability> query_capability(Node &node);

Result<std::vector<FormatDescription>> enumerate_formats(Node &node, Api api);
Result<std::vector<SizeRange>> enumerate_sizes(Node &node, uint32_t fourcc);
Result<std::vector<IntervalRange>> enumerate_intervals(Node &node, uint32_t fourcc, uint32_t width, uint32_t height);

Result<Format> get_format(Node &node, Api api);
Result<Format> try_format(Node &node, Api api, const Format &wanted);
Result<Format> set_format(Node &node, Api api, const Format &wanted);

Result<Fraction> get_interval(Node &node, Api api);
Result<Fraction> set_interval(Node &node, Api api, Fraction wanted);

}  // namespace v4lxx::kernel
