module examples

go 1.25.0

require github.com/libv4lxx/libv4lxx/bindings/go v0.1.0

require github.com/ebitengine/purego v0.11.3 // indirect

// In this tree the binding is beside the examples.
replace github.com/libv4lxx/libv4lxx/bindings/go => ../../bindings/go
