// SPDX-License-Identifier: MIT
// Code generated from abi/v0/api.json by abi/tools/gen_go.py; DO NOT EDIT.

package capi

import "unsafe"

// Each line compiles only if size and offset are those of C, which are the same on every target of abi/v0/api.json.
const (
	_ = uint(unsafe.Sizeof(ContextOptions{}) - 8)
	_ = uint(8 - unsafe.Sizeof(ContextOptions{}))
	_ = uint(unsafe.Offsetof(ContextOptions{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(ContextOptions{}.StructSize))
	_ = uint(unsafe.Offsetof(ContextOptions{}.Flags) - 4)
	_ = uint(4 - unsafe.Offsetof(ContextOptions{}.Flags))
	_ = uint(unsafe.Sizeof(ConvertedTime{}) - 32)
	_ = uint(32 - unsafe.Sizeof(ConvertedTime{}))
	_ = uint(unsafe.Offsetof(ConvertedTime{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(ConvertedTime{}.StructSize))
	_ = uint(unsafe.Offsetof(ConvertedTime{}.Clock) - 4)
	_ = uint(4 - unsafe.Offsetof(ConvertedTime{}.Clock))
	_ = uint(unsafe.Offsetof(ConvertedTime{}.TimeNs) - 8)
	_ = uint(8 - unsafe.Offsetof(ConvertedTime{}.TimeNs))
	_ = uint(unsafe.Offsetof(ConvertedTime{}.ErrorNs) - 16)
	_ = uint(16 - unsafe.Offsetof(ConvertedTime{}.ErrorNs))
	_ = uint(unsafe.Offsetof(ConvertedTime{}.Steps) - 24)
	_ = uint(24 - unsafe.Offsetof(ConvertedTime{}.Steps))
	_ = uint(unsafe.Offsetof(ConvertedTime{}.TaiOffsetS) - 28)
	_ = uint(28 - unsafe.Offsetof(ConvertedTime{}.TaiOffsetS))
	_ = uint(unsafe.Sizeof(DeviceOptions{}) - 8)
	_ = uint(8 - unsafe.Sizeof(DeviceOptions{}))
	_ = uint(unsafe.Offsetof(DeviceOptions{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(DeviceOptions{}.StructSize))
	_ = uint(unsafe.Offsetof(DeviceOptions{}.Flags) - 4)
	_ = uint(4 - unsafe.Offsetof(DeviceOptions{}.Flags))
	_ = uint(unsafe.Sizeof(EventInfo{}) - 80)
	_ = uint(80 - unsafe.Sizeof(EventInfo{}))
	_ = uint(unsafe.Offsetof(EventInfo{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(EventInfo{}.StructSize))
	_ = uint(unsafe.Offsetof(EventInfo{}.Kind) - 4)
	_ = uint(4 - unsafe.Offsetof(EventInfo{}.Kind))
	_ = uint(unsafe.Offsetof(EventInfo{}.TimeNs) - 8)
	_ = uint(8 - unsafe.Offsetof(EventInfo{}.TimeNs))
	_ = uint(unsafe.Offsetof(EventInfo{}.Tag) - 16)
	_ = uint(16 - unsafe.Offsetof(EventInfo{}.Tag))
	_ = uint(unsafe.Offsetof(EventInfo{}.SourceChanges) - 24)
	_ = uint(24 - unsafe.Offsetof(EventInfo{}.SourceChanges))
	_ = uint(unsafe.Offsetof(EventInfo{}.Code) - 28)
	_ = uint(28 - unsafe.Offsetof(EventInfo{}.Code))
	_ = uint(unsafe.Offsetof(EventInfo{}.OldWidth) - 32)
	_ = uint(32 - unsafe.Offsetof(EventInfo{}.OldWidth))
	_ = uint(unsafe.Offsetof(EventInfo{}.OldHeight) - 36)
	_ = uint(36 - unsafe.Offsetof(EventInfo{}.OldHeight))
	_ = uint(unsafe.Offsetof(EventInfo{}.NewWidth) - 40)
	_ = uint(40 - unsafe.Offsetof(EventInfo{}.NewWidth))
	_ = uint(unsafe.Offsetof(EventInfo{}.NewHeight) - 44)
	_ = uint(44 - unsafe.Offsetof(EventInfo{}.NewHeight))
	_ = uint(unsafe.Offsetof(EventInfo{}.Attempts) - 48)
	_ = uint(48 - unsafe.Offsetof(EventInfo{}.Attempts))
	_ = uint(unsafe.Offsetof(EventInfo{}.Reserved0) - 52)
	_ = uint(52 - unsafe.Offsetof(EventInfo{}.Reserved0))
	_ = uint(unsafe.Offsetof(EventInfo{}.FramesLost) - 56)
	_ = uint(56 - unsafe.Offsetof(EventInfo{}.FramesLost))
	_ = uint(unsafe.Offsetof(EventInfo{}.FramesDelivered) - 64)
	_ = uint(64 - unsafe.Offsetof(EventInfo{}.FramesDelivered))
	_ = uint(unsafe.Offsetof(EventInfo{}.SpanNs) - 72)
	_ = uint(72 - unsafe.Offsetof(EventInfo{}.SpanNs))
	_ = uint(unsafe.Sizeof(Format{}) - 80)
	_ = uint(80 - unsafe.Sizeof(Format{}))
	_ = uint(unsafe.Offsetof(Format{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(Format{}.StructSize))
	_ = uint(unsafe.Offsetof(Format{}.Fourcc) - 4)
	_ = uint(4 - unsafe.Offsetof(Format{}.Fourcc))
	_ = uint(unsafe.Offsetof(Format{}.Width) - 8)
	_ = uint(8 - unsafe.Offsetof(Format{}.Width))
	_ = uint(unsafe.Offsetof(Format{}.Height) - 12)
	_ = uint(12 - unsafe.Offsetof(Format{}.Height))
	_ = uint(unsafe.Offsetof(Format{}.Field) - 16)
	_ = uint(16 - unsafe.Offsetof(Format{}.Field))
	_ = uint(unsafe.Offsetof(Format{}.Colorspace) - 20)
	_ = uint(20 - unsafe.Offsetof(Format{}.Colorspace))
	_ = uint(unsafe.Offsetof(Format{}.YcbcrEncoding) - 24)
	_ = uint(24 - unsafe.Offsetof(Format{}.YcbcrEncoding))
	_ = uint(unsafe.Offsetof(Format{}.Quantization) - 28)
	_ = uint(28 - unsafe.Offsetof(Format{}.Quantization))
	_ = uint(unsafe.Offsetof(Format{}.TransferFunction) - 32)
	_ = uint(32 - unsafe.Offsetof(Format{}.TransferFunction))
	_ = uint(unsafe.Offsetof(Format{}.Flags) - 36)
	_ = uint(36 - unsafe.Offsetof(Format{}.Flags))
	_ = uint(unsafe.Offsetof(Format{}.MemoryPlaneCount) - 40)
	_ = uint(40 - unsafe.Offsetof(Format{}.MemoryPlaneCount))
	_ = uint(unsafe.Offsetof(Format{}.Reserved0) - 44)
	_ = uint(44 - unsafe.Offsetof(Format{}.Reserved0))
	_ = uint(unsafe.Offsetof(Format{}.StrideBytes) - 48)
	_ = uint(48 - unsafe.Offsetof(Format{}.StrideBytes))
	_ = uint(unsafe.Offsetof(Format{}.SizeBytes) - 64)
	_ = uint(64 - unsafe.Offsetof(Format{}.SizeBytes))
	_ = uint(unsafe.Sizeof(Fraction{}) - 8)
	_ = uint(8 - unsafe.Sizeof(Fraction{}))
	_ = uint(unsafe.Offsetof(Fraction{}.Numerator) - 0)
	_ = uint(0 - unsafe.Offsetof(Fraction{}.Numerator))
	_ = uint(unsafe.Offsetof(Fraction{}.Denominator) - 4)
	_ = uint(4 - unsafe.Offsetof(Fraction{}.Denominator))
	_ = uint(unsafe.Sizeof(FrameInfo{}) - 224)
	_ = uint(224 - unsafe.Sizeof(FrameInfo{}))
	_ = uint(unsafe.Offsetof(FrameInfo{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(FrameInfo{}.StructSize))
	_ = uint(unsafe.Offsetof(FrameInfo{}.Fourcc) - 4)
	_ = uint(4 - unsafe.Offsetof(FrameInfo{}.Fourcc))
	_ = uint(unsafe.Offsetof(FrameInfo{}.Width) - 8)
	_ = uint(8 - unsafe.Offsetof(FrameInfo{}.Width))
	_ = uint(unsafe.Offsetof(FrameInfo{}.Height) - 12)
	_ = uint(12 - unsafe.Offsetof(FrameInfo{}.Height))
	_ = uint(unsafe.Offsetof(FrameInfo{}.Field) - 16)
	_ = uint(16 - unsafe.Offsetof(FrameInfo{}.Field))
	_ = uint(unsafe.Offsetof(FrameInfo{}.Colorspace) - 20)
	_ = uint(20 - unsafe.Offsetof(FrameInfo{}.Colorspace))
	_ = uint(unsafe.Offsetof(FrameInfo{}.YcbcrEncoding) - 24)
	_ = uint(24 - unsafe.Offsetof(FrameInfo{}.YcbcrEncoding))
	_ = uint(unsafe.Offsetof(FrameInfo{}.Quantization) - 28)
	_ = uint(28 - unsafe.Offsetof(FrameInfo{}.Quantization))
	_ = uint(unsafe.Offsetof(FrameInfo{}.TransferFunction) - 32)
	_ = uint(32 - unsafe.Offsetof(FrameInfo{}.TransferFunction))
	_ = uint(unsafe.Offsetof(FrameInfo{}.Flags) - 36)
	_ = uint(36 - unsafe.Offsetof(FrameInfo{}.Flags))
	_ = uint(unsafe.Offsetof(FrameInfo{}.Sequence) - 40)
	_ = uint(40 - unsafe.Offsetof(FrameInfo{}.Sequence))
	_ = uint(unsafe.Offsetof(FrameInfo{}.DriverSequence) - 44)
	_ = uint(44 - unsafe.Offsetof(FrameInfo{}.DriverSequence))
	_ = uint(unsafe.Offsetof(FrameInfo{}.TimestampNs) - 48)
	_ = uint(48 - unsafe.Offsetof(FrameInfo{}.TimestampNs))
	_ = uint(unsafe.Offsetof(FrameInfo{}.Clock) - 56)
	_ = uint(56 - unsafe.Offsetof(FrameInfo{}.Clock))
	_ = uint(unsafe.Offsetof(FrameInfo{}.TimestampSource) - 60)
	_ = uint(60 - unsafe.Offsetof(FrameInfo{}.TimestampSource))
	_ = uint(unsafe.Offsetof(FrameInfo{}.PlaneCount) - 64)
	_ = uint(64 - unsafe.Offsetof(FrameInfo{}.PlaneCount))
	_ = uint(unsafe.Offsetof(FrameInfo{}.BufferIndex) - 68)
	_ = uint(68 - unsafe.Offsetof(FrameInfo{}.BufferIndex))
	_ = uint(unsafe.Offsetof(FrameInfo{}.PlaneAddress) - 72)
	_ = uint(72 - unsafe.Offsetof(FrameInfo{}.PlaneAddress))
	_ = uint(unsafe.Offsetof(FrameInfo{}.PlaneBytes) - 104)
	_ = uint(104 - unsafe.Offsetof(FrameInfo{}.PlaneBytes))
	_ = uint(unsafe.Offsetof(FrameInfo{}.PlaneStride) - 136)
	_ = uint(136 - unsafe.Offsetof(FrameInfo{}.PlaneStride))
	_ = uint(unsafe.Offsetof(FrameInfo{}.ArrivalNs) - 152)
	_ = uint(152 - unsafe.Offsetof(FrameInfo{}.ArrivalNs))
	_ = uint(unsafe.Offsetof(FrameInfo{}.Number) - 160)
	_ = uint(160 - unsafe.Offsetof(FrameInfo{}.Number))
	_ = uint(unsafe.Offsetof(FrameInfo{}.PictureType) - 168)
	_ = uint(168 - unsafe.Offsetof(FrameInfo{}.PictureType))
	_ = uint(unsafe.Offsetof(FrameInfo{}.Generation) - 172)
	_ = uint(172 - unsafe.Offsetof(FrameInfo{}.Generation))
	_ = uint(unsafe.Offsetof(FrameInfo{}.TimecodeType) - 176)
	_ = uint(176 - unsafe.Offsetof(FrameInfo{}.TimecodeType))
	_ = uint(unsafe.Offsetof(FrameInfo{}.TimecodeFlags) - 180)
	_ = uint(180 - unsafe.Offsetof(FrameInfo{}.TimecodeFlags))
	_ = uint(unsafe.Offsetof(FrameInfo{}.TimecodeHours) - 184)
	_ = uint(184 - unsafe.Offsetof(FrameInfo{}.TimecodeHours))
	_ = uint(unsafe.Offsetof(FrameInfo{}.TimecodeMinutes) - 188)
	_ = uint(188 - unsafe.Offsetof(FrameInfo{}.TimecodeMinutes))
	_ = uint(unsafe.Offsetof(FrameInfo{}.TimecodeSeconds) - 192)
	_ = uint(192 - unsafe.Offsetof(FrameInfo{}.TimecodeSeconds))
	_ = uint(unsafe.Offsetof(FrameInfo{}.TimecodeFrames) - 196)
	_ = uint(196 - unsafe.Offsetof(FrameInfo{}.TimecodeFrames))
	_ = uint(unsafe.Offsetof(FrameInfo{}.TimecodeUserBits) - 200)
	_ = uint(200 - unsafe.Offsetof(FrameInfo{}.TimecodeUserBits))
	_ = uint(unsafe.Offsetof(FrameInfo{}.StampClock) - 204)
	_ = uint(204 - unsafe.Offsetof(FrameInfo{}.StampClock))
	_ = uint(unsafe.Offsetof(FrameInfo{}.CropLeft) - 208)
	_ = uint(208 - unsafe.Offsetof(FrameInfo{}.CropLeft))
	_ = uint(unsafe.Offsetof(FrameInfo{}.CropTop) - 212)
	_ = uint(212 - unsafe.Offsetof(FrameInfo{}.CropTop))
	_ = uint(unsafe.Offsetof(FrameInfo{}.CropWidth) - 216)
	_ = uint(216 - unsafe.Offsetof(FrameInfo{}.CropWidth))
	_ = uint(unsafe.Offsetof(FrameInfo{}.CropHeight) - 220)
	_ = uint(220 - unsafe.Offsetof(FrameInfo{}.CropHeight))
	_ = uint(unsafe.Sizeof(FrameSetInfo{}) - 40)
	_ = uint(40 - unsafe.Sizeof(FrameSetInfo{}))
	_ = uint(unsafe.Offsetof(FrameSetInfo{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(FrameSetInfo{}.StructSize))
	_ = uint(unsafe.Offsetof(FrameSetInfo{}.CameraCount) - 4)
	_ = uint(4 - unsafe.Offsetof(FrameSetInfo{}.CameraCount))
	_ = uint(unsafe.Offsetof(FrameSetInfo{}.Number) - 8)
	_ = uint(8 - unsafe.Offsetof(FrameSetInfo{}.Number))
	_ = uint(unsafe.Offsetof(FrameSetInfo{}.Cameras) - 16)
	_ = uint(16 - unsafe.Offsetof(FrameSetInfo{}.Cameras))
	_ = uint(unsafe.Offsetof(FrameSetInfo{}.SkewNs) - 24)
	_ = uint(24 - unsafe.Offsetof(FrameSetInfo{}.SkewNs))
	_ = uint(unsafe.Offsetof(FrameSetInfo{}.IsComplete) - 32)
	_ = uint(32 - unsafe.Offsetof(FrameSetInfo{}.IsComplete))
	_ = uint(unsafe.Offsetof(FrameSetInfo{}.Reserved0) - 36)
	_ = uint(36 - unsafe.Offsetof(FrameSetInfo{}.Reserved0))
	_ = uint(unsafe.Sizeof(GroupCamera{}) - 80)
	_ = uint(80 - unsafe.Sizeof(GroupCamera{}))
	_ = uint(unsafe.Offsetof(GroupCamera{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(GroupCamera{}.StructSize))
	_ = uint(unsafe.Offsetof(GroupCamera{}.Held) - 4)
	_ = uint(4 - unsafe.Offsetof(GroupCamera{}.Held))
	_ = uint(unsafe.Offsetof(GroupCamera{}.Frames) - 8)
	_ = uint(8 - unsafe.Offsetof(GroupCamera{}.Frames))
	_ = uint(unsafe.Offsetof(GroupCamera{}.InComplete) - 16)
	_ = uint(16 - unsafe.Offsetof(GroupCamera{}.InComplete))
	_ = uint(unsafe.Offsetof(GroupCamera{}.InIncomplete) - 24)
	_ = uint(24 - unsafe.Offsetof(GroupCamera{}.InIncomplete))
	_ = uint(unsafe.Offsetof(GroupCamera{}.Unmatched) - 32)
	_ = uint(32 - unsafe.Offsetof(GroupCamera{}.Unmatched))
	_ = uint(unsafe.Offsetof(GroupCamera{}.Late) - 40)
	_ = uint(40 - unsafe.Offsetof(GroupCamera{}.Late))
	_ = uint(unsafe.Offsetof(GroupCamera{}.Resets) - 48)
	_ = uint(48 - unsafe.Offsetof(GroupCamera{}.Resets))
	_ = uint(unsafe.Offsetof(GroupCamera{}.IntervalNs) - 56)
	_ = uint(56 - unsafe.Offsetof(GroupCamera{}.IntervalNs))
	_ = uint(unsafe.Offsetof(GroupCamera{}.DriftPpb) - 64)
	_ = uint(64 - unsafe.Offsetof(GroupCamera{}.DriftPpb))
	_ = uint(unsafe.Offsetof(GroupCamera{}.DriftFrames) - 72)
	_ = uint(72 - unsafe.Offsetof(GroupCamera{}.DriftFrames))
	_ = uint(unsafe.Offsetof(GroupCamera{}.IsGone) - 76)
	_ = uint(76 - unsafe.Offsetof(GroupCamera{}.IsGone))
	_ = uint(unsafe.Sizeof(GroupOptions{}) - 32)
	_ = uint(32 - unsafe.Sizeof(GroupOptions{}))
	_ = uint(unsafe.Offsetof(GroupOptions{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(GroupOptions{}.StructSize))
	_ = uint(unsafe.Offsetof(GroupOptions{}.MatchBy) - 4)
	_ = uint(4 - unsafe.Offsetof(GroupOptions{}.MatchBy))
	_ = uint(unsafe.Offsetof(GroupOptions{}.ToleranceNs) - 8)
	_ = uint(8 - unsafe.Offsetof(GroupOptions{}.ToleranceNs))
	_ = uint(unsafe.Offsetof(GroupOptions{}.MaxWaitNs) - 16)
	_ = uint(16 - unsafe.Offsetof(GroupOptions{}.MaxWaitNs))
	_ = uint(unsafe.Offsetof(GroupOptions{}.MostHeld) - 24)
	_ = uint(24 - unsafe.Offsetof(GroupOptions{}.MostHeld))
	_ = uint(unsafe.Offsetof(GroupOptions{}.Flags) - 28)
	_ = uint(28 - unsafe.Offsetof(GroupOptions{}.Flags))
	_ = uint(unsafe.Sizeof(GroupStatistics{}) - 840)
	_ = uint(840 - unsafe.Sizeof(GroupStatistics{}))
	_ = uint(unsafe.Offsetof(GroupStatistics{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(GroupStatistics{}.StructSize))
	_ = uint(unsafe.Offsetof(GroupStatistics{}.CameraCount) - 4)
	_ = uint(4 - unsafe.Offsetof(GroupStatistics{}.CameraCount))
	_ = uint(unsafe.Offsetof(GroupStatistics{}.Complete) - 8)
	_ = uint(8 - unsafe.Offsetof(GroupStatistics{}.Complete))
	_ = uint(unsafe.Offsetof(GroupStatistics{}.Incomplete) - 16)
	_ = uint(16 - unsafe.Offsetof(GroupStatistics{}.Incomplete))
	_ = uint(unsafe.Offsetof(GroupStatistics{}.ToleranceNs) - 24)
	_ = uint(24 - unsafe.Offsetof(GroupStatistics{}.ToleranceNs))
	_ = uint(unsafe.Offsetof(GroupStatistics{}.MatchBy) - 32)
	_ = uint(32 - unsafe.Offsetof(GroupStatistics{}.MatchBy))
	_ = uint(unsafe.Offsetof(GroupStatistics{}.Reserved0) - 36)
	_ = uint(36 - unsafe.Offsetof(GroupStatistics{}.Reserved0))
	_ = uint(unsafe.Offsetof(GroupStatistics{}.Skew) - 40)
	_ = uint(40 - unsafe.Offsetof(GroupStatistics{}.Skew))
	_ = uint(unsafe.Sizeof(HeldFrame{}) - 72)
	_ = uint(72 - unsafe.Sizeof(HeldFrame{}))
	_ = uint(unsafe.Offsetof(HeldFrame{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(HeldFrame{}.StructSize))
	_ = uint(unsafe.Offsetof(HeldFrame{}.Generation) - 4)
	_ = uint(4 - unsafe.Offsetof(HeldFrame{}.Generation))
	_ = uint(unsafe.Offsetof(HeldFrame{}.Number) - 8)
	_ = uint(8 - unsafe.Offsetof(HeldFrame{}.Number))
	_ = uint(unsafe.Offsetof(HeldFrame{}.Holder) - 16)
	_ = uint(16 - unsafe.Offsetof(HeldFrame{}.Holder))
	_ = uint(unsafe.Offsetof(HeldFrame{}.Bytes) - 24)
	_ = uint(24 - unsafe.Offsetof(HeldFrame{}.Bytes))
	_ = uint(unsafe.Offsetof(HeldFrame{}.ArrivalNs) - 32)
	_ = uint(32 - unsafe.Offsetof(HeldFrame{}.ArrivalNs))
	_ = uint(unsafe.Offsetof(HeldFrame{}.AgeNs) - 40)
	_ = uint(40 - unsafe.Offsetof(HeldFrame{}.AgeNs))
	_ = uint(unsafe.Offsetof(HeldFrame{}.References) - 48)
	_ = uint(48 - unsafe.Offsetof(HeldFrame{}.References))
	_ = uint(unsafe.Offsetof(HeldFrame{}.BufferIndex) - 52)
	_ = uint(52 - unsafe.Offsetof(HeldFrame{}.BufferIndex))
	_ = uint(unsafe.Offsetof(HeldFrame{}.Flags) - 56)
	_ = uint(56 - unsafe.Offsetof(HeldFrame{}.Flags))
	_ = uint(unsafe.Offsetof(HeldFrame{}.TakenBy) - 60)
	_ = uint(60 - unsafe.Offsetof(HeldFrame{}.TakenBy))
	_ = uint(unsafe.Offsetof(HeldFrame{}.ReleasedBy) - 64)
	_ = uint(64 - unsafe.Offsetof(HeldFrame{}.ReleasedBy))
	_ = uint(unsafe.Offsetof(HeldFrame{}.Reserved0) - 68)
	_ = uint(68 - unsafe.Offsetof(HeldFrame{}.Reserved0))
	_ = uint(unsafe.Sizeof(Histogram{}) - 800)
	_ = uint(800 - unsafe.Sizeof(Histogram{}))
	_ = uint(unsafe.Offsetof(Histogram{}.Count) - 0)
	_ = uint(0 - unsafe.Offsetof(Histogram{}.Count))
	_ = uint(unsafe.Offsetof(Histogram{}.LeastNs) - 8)
	_ = uint(8 - unsafe.Offsetof(Histogram{}.LeastNs))
	_ = uint(unsafe.Offsetof(Histogram{}.MostNs) - 16)
	_ = uint(16 - unsafe.Offsetof(Histogram{}.MostNs))
	_ = uint(unsafe.Offsetof(Histogram{}.SumNs) - 24)
	_ = uint(24 - unsafe.Offsetof(Histogram{}.SumNs))
	_ = uint(unsafe.Offsetof(Histogram{}.Buckets) - 32)
	_ = uint(32 - unsafe.Offsetof(Histogram{}.Buckets))
	_ = uint(unsafe.Sizeof(ImageOptions{}) - 8)
	_ = uint(8 - unsafe.Sizeof(ImageOptions{}))
	_ = uint(unsafe.Offsetof(ImageOptions{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(ImageOptions{}.StructSize))
	_ = uint(unsafe.Offsetof(ImageOptions{}.Quality) - 4)
	_ = uint(4 - unsafe.Offsetof(ImageOptions{}.Quality))
	_ = uint(unsafe.Sizeof(InputInfo{}) - 32)
	_ = uint(32 - unsafe.Sizeof(InputInfo{}))
	_ = uint(unsafe.Offsetof(InputInfo{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(InputInfo{}.StructSize))
	_ = uint(unsafe.Offsetof(InputInfo{}.Index) - 4)
	_ = uint(4 - unsafe.Offsetof(InputInfo{}.Index))
	_ = uint(unsafe.Offsetof(InputInfo{}.Type) - 8)
	_ = uint(8 - unsafe.Offsetof(InputInfo{}.Type))
	_ = uint(unsafe.Offsetof(InputInfo{}.Status) - 12)
	_ = uint(12 - unsafe.Offsetof(InputInfo{}.Status))
	_ = uint(unsafe.Offsetof(InputInfo{}.Capabilities) - 16)
	_ = uint(16 - unsafe.Offsetof(InputInfo{}.Capabilities))
	_ = uint(unsafe.Offsetof(InputInfo{}.Reserved0) - 20)
	_ = uint(20 - unsafe.Offsetof(InputInfo{}.Reserved0))
	_ = uint(unsafe.Offsetof(InputInfo{}.Standards) - 24)
	_ = uint(24 - unsafe.Offsetof(InputInfo{}.Standards))
	_ = uint(unsafe.Sizeof(IntervalRange{}) - 32)
	_ = uint(32 - unsafe.Sizeof(IntervalRange{}))
	_ = uint(unsafe.Offsetof(IntervalRange{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(IntervalRange{}.StructSize))
	_ = uint(unsafe.Offsetof(IntervalRange{}.MinNumerator) - 4)
	_ = uint(4 - unsafe.Offsetof(IntervalRange{}.MinNumerator))
	_ = uint(unsafe.Offsetof(IntervalRange{}.MinDenominator) - 8)
	_ = uint(8 - unsafe.Offsetof(IntervalRange{}.MinDenominator))
	_ = uint(unsafe.Offsetof(IntervalRange{}.MaxNumerator) - 12)
	_ = uint(12 - unsafe.Offsetof(IntervalRange{}.MaxNumerator))
	_ = uint(unsafe.Offsetof(IntervalRange{}.MaxDenominator) - 16)
	_ = uint(16 - unsafe.Offsetof(IntervalRange{}.MaxDenominator))
	_ = uint(unsafe.Offsetof(IntervalRange{}.StepNumerator) - 20)
	_ = uint(20 - unsafe.Offsetof(IntervalRange{}.StepNumerator))
	_ = uint(unsafe.Offsetof(IntervalRange{}.StepDenominator) - 24)
	_ = uint(24 - unsafe.Offsetof(IntervalRange{}.StepDenominator))
	_ = uint(unsafe.Offsetof(IntervalRange{}.Reserved0) - 28)
	_ = uint(28 - unsafe.Offsetof(IntervalRange{}.Reserved0))
	_ = uint(unsafe.Sizeof(Mode{}) - 48)
	_ = uint(48 - unsafe.Sizeof(Mode{}))
	_ = uint(unsafe.Offsetof(Mode{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(Mode{}.StructSize))
	_ = uint(unsafe.Offsetof(Mode{}.Fourcc) - 4)
	_ = uint(4 - unsafe.Offsetof(Mode{}.Fourcc))
	_ = uint(unsafe.Offsetof(Mode{}.Width) - 8)
	_ = uint(8 - unsafe.Offsetof(Mode{}.Width))
	_ = uint(unsafe.Offsetof(Mode{}.Height) - 12)
	_ = uint(12 - unsafe.Offsetof(Mode{}.Height))
	_ = uint(unsafe.Offsetof(Mode{}.Rate) - 16)
	_ = uint(16 - unsafe.Offsetof(Mode{}.Rate))
	_ = uint(unsafe.Offsetof(Mode{}.Flags) - 24)
	_ = uint(24 - unsafe.Offsetof(Mode{}.Flags))
	_ = uint(unsafe.Offsetof(Mode{}.Verdict) - 28)
	_ = uint(28 - unsafe.Offsetof(Mode{}.Verdict))
	_ = uint(unsafe.Offsetof(Mode{}.Penalty) - 32)
	_ = uint(32 - unsafe.Offsetof(Mode{}.Penalty))
	_ = uint(unsafe.Offsetof(Mode{}.SizePenalty) - 36)
	_ = uint(36 - unsafe.Offsetof(Mode{}.SizePenalty))
	_ = uint(unsafe.Offsetof(Mode{}.RatePenalty) - 40)
	_ = uint(40 - unsafe.Offsetof(Mode{}.RatePenalty))
	_ = uint(unsafe.Offsetof(Mode{}.FormatPenalty) - 44)
	_ = uint(44 - unsafe.Offsetof(Mode{}.FormatPenalty))
	_ = uint(unsafe.Sizeof(Negotiation{}) - 80)
	_ = uint(80 - unsafe.Sizeof(Negotiation{}))
	_ = uint(unsafe.Offsetof(Negotiation{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(Negotiation{}.StructSize))
	_ = uint(unsafe.Offsetof(Negotiation{}.Differences) - 4)
	_ = uint(4 - unsafe.Offsetof(Negotiation{}.Differences))
	_ = uint(unsafe.Offsetof(Negotiation{}.Adjusted) - 8)
	_ = uint(8 - unsafe.Offsetof(Negotiation{}.Adjusted))
	_ = uint(unsafe.Offsetof(Negotiation{}.Refused) - 12)
	_ = uint(12 - unsafe.Offsetof(Negotiation{}.Refused))
	_ = uint(unsafe.Offsetof(Negotiation{}.WantedWidth) - 16)
	_ = uint(16 - unsafe.Offsetof(Negotiation{}.WantedWidth))
	_ = uint(unsafe.Offsetof(Negotiation{}.WantedHeight) - 20)
	_ = uint(20 - unsafe.Offsetof(Negotiation{}.WantedHeight))
	_ = uint(unsafe.Offsetof(Negotiation{}.WantedRate) - 24)
	_ = uint(24 - unsafe.Offsetof(Negotiation{}.WantedRate))
	_ = uint(unsafe.Offsetof(Negotiation{}.ChosenFourcc) - 32)
	_ = uint(32 - unsafe.Offsetof(Negotiation{}.ChosenFourcc))
	_ = uint(unsafe.Offsetof(Negotiation{}.ChosenWidth) - 36)
	_ = uint(36 - unsafe.Offsetof(Negotiation{}.ChosenWidth))
	_ = uint(unsafe.Offsetof(Negotiation{}.ChosenHeight) - 40)
	_ = uint(40 - unsafe.Offsetof(Negotiation{}.ChosenHeight))
	_ = uint(unsafe.Offsetof(Negotiation{}.StepsDown) - 44)
	_ = uint(44 - unsafe.Offsetof(Negotiation{}.StepsDown))
	_ = uint(unsafe.Offsetof(Negotiation{}.ChosenRate) - 48)
	_ = uint(48 - unsafe.Offsetof(Negotiation{}.ChosenRate))
	_ = uint(unsafe.Offsetof(Negotiation{}.GrantedFourcc) - 56)
	_ = uint(56 - unsafe.Offsetof(Negotiation{}.GrantedFourcc))
	_ = uint(unsafe.Offsetof(Negotiation{}.GrantedWidth) - 60)
	_ = uint(60 - unsafe.Offsetof(Negotiation{}.GrantedWidth))
	_ = uint(unsafe.Offsetof(Negotiation{}.GrantedHeight) - 64)
	_ = uint(64 - unsafe.Offsetof(Negotiation{}.GrantedHeight))
	_ = uint(unsafe.Offsetof(Negotiation{}.Reserved0) - 68)
	_ = uint(68 - unsafe.Offsetof(Negotiation{}.Reserved0))
	_ = uint(unsafe.Offsetof(Negotiation{}.GrantedRate) - 72)
	_ = uint(72 - unsafe.Offsetof(Negotiation{}.GrantedRate))
	_ = uint(unsafe.Sizeof(PixelFormatInfo{}) - 48)
	_ = uint(48 - unsafe.Sizeof(PixelFormatInfo{}))
	_ = uint(unsafe.Offsetof(PixelFormatInfo{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(PixelFormatInfo{}.StructSize))
	_ = uint(unsafe.Offsetof(PixelFormatInfo{}.Fourcc) - 4)
	_ = uint(4 - unsafe.Offsetof(PixelFormatInfo{}.Fourcc))
	_ = uint(unsafe.Offsetof(PixelFormatInfo{}.Family) - 8)
	_ = uint(8 - unsafe.Offsetof(PixelFormatInfo{}.Family))
	_ = uint(unsafe.Offsetof(PixelFormatInfo{}.BitsPerSample) - 12)
	_ = uint(12 - unsafe.Offsetof(PixelFormatInfo{}.BitsPerSample))
	_ = uint(unsafe.Offsetof(PixelFormatInfo{}.PlaneCount) - 16)
	_ = uint(16 - unsafe.Offsetof(PixelFormatInfo{}.PlaneCount))
	_ = uint(unsafe.Offsetof(PixelFormatInfo{}.MemoryPlaneCount) - 20)
	_ = uint(20 - unsafe.Offsetof(PixelFormatInfo{}.MemoryPlaneCount))
	_ = uint(unsafe.Offsetof(PixelFormatInfo{}.HorizontalSubsampling) - 24)
	_ = uint(24 - unsafe.Offsetof(PixelFormatInfo{}.HorizontalSubsampling))
	_ = uint(unsafe.Offsetof(PixelFormatInfo{}.VerticalSubsampling) - 28)
	_ = uint(28 - unsafe.Offsetof(PixelFormatInfo{}.VerticalSubsampling))
	_ = uint(unsafe.Offsetof(PixelFormatInfo{}.BitsPerPixel) - 32)
	_ = uint(32 - unsafe.Offsetof(PixelFormatInfo{}.BitsPerPixel))
	_ = uint(unsafe.Sizeof(Rectangle{}) - 16)
	_ = uint(16 - unsafe.Sizeof(Rectangle{}))
	_ = uint(unsafe.Offsetof(Rectangle{}.Left) - 0)
	_ = uint(0 - unsafe.Offsetof(Rectangle{}.Left))
	_ = uint(unsafe.Offsetof(Rectangle{}.Top) - 4)
	_ = uint(4 - unsafe.Offsetof(Rectangle{}.Top))
	_ = uint(unsafe.Offsetof(Rectangle{}.Width) - 8)
	_ = uint(8 - unsafe.Offsetof(Rectangle{}.Width))
	_ = uint(unsafe.Offsetof(Rectangle{}.Height) - 12)
	_ = uint(12 - unsafe.Offsetof(Rectangle{}.Height))
	_ = uint(unsafe.Sizeof(Settling{}) - 48)
	_ = uint(48 - unsafe.Sizeof(Settling{}))
	_ = uint(unsafe.Offsetof(Settling{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(Settling{}.StructSize))
	_ = uint(unsafe.Offsetof(Settling{}.State) - 4)
	_ = uint(4 - unsafe.Offsetof(Settling{}.State))
	_ = uint(unsafe.Offsetof(Settling{}.MostNs) - 8)
	_ = uint(8 - unsafe.Offsetof(Settling{}.MostNs))
	_ = uint(unsafe.Offsetof(Settling{}.FirstTimestampNs) - 16)
	_ = uint(16 - unsafe.Offsetof(Settling{}.FirstTimestampNs))
	_ = uint(unsafe.Offsetof(Settling{}.MostFrames) - 24)
	_ = uint(24 - unsafe.Offsetof(Settling{}.MostFrames))
	_ = uint(unsafe.Offsetof(Settling{}.FrameCount) - 28)
	_ = uint(28 - unsafe.Offsetof(Settling{}.FrameCount))
	_ = uint(unsafe.Offsetof(Settling{}.MeasuredCount) - 32)
	_ = uint(32 - unsafe.Offsetof(Settling{}.MeasuredCount))
	_ = uint(unsafe.Offsetof(Settling{}.Luma) - 36)
	_ = uint(36 - unsafe.Offsetof(Settling{}.Luma))
	_ = uint(unsafe.Sizeof(Signal{}) - 48)
	_ = uint(48 - unsafe.Sizeof(Signal{}))
	_ = uint(unsafe.Offsetof(Signal{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(Signal{}.StructSize))
	_ = uint(unsafe.Offsetof(Signal{}.State) - 4)
	_ = uint(4 - unsafe.Offsetof(Signal{}.State))
	_ = uint(unsafe.Offsetof(Signal{}.IsSet) - 8)
	_ = uint(8 - unsafe.Offsetof(Signal{}.IsSet))
	_ = uint(unsafe.Offsetof(Signal{}.Input) - 12)
	_ = uint(12 - unsafe.Offsetof(Signal{}.Input))
	_ = uint(unsafe.Offsetof(Signal{}.Status) - 16)
	_ = uint(16 - unsafe.Offsetof(Signal{}.Status))
	_ = uint(unsafe.Offsetof(Signal{}.Width) - 20)
	_ = uint(20 - unsafe.Offsetof(Signal{}.Width))
	_ = uint(unsafe.Offsetof(Signal{}.Height) - 24)
	_ = uint(24 - unsafe.Offsetof(Signal{}.Height))
	_ = uint(unsafe.Offsetof(Signal{}.Interlaced) - 28)
	_ = uint(28 - unsafe.Offsetof(Signal{}.Interlaced))
	_ = uint(unsafe.Offsetof(Signal{}.Rate) - 32)
	_ = uint(32 - unsafe.Offsetof(Signal{}.Rate))
	_ = uint(unsafe.Offsetof(Signal{}.Standard) - 40)
	_ = uint(40 - unsafe.Offsetof(Signal{}.Standard))
	_ = uint(unsafe.Sizeof(SizeRange{}) - 32)
	_ = uint(32 - unsafe.Sizeof(SizeRange{}))
	_ = uint(unsafe.Offsetof(SizeRange{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(SizeRange{}.StructSize))
	_ = uint(unsafe.Offsetof(SizeRange{}.MinWidth) - 4)
	_ = uint(4 - unsafe.Offsetof(SizeRange{}.MinWidth))
	_ = uint(unsafe.Offsetof(SizeRange{}.MaxWidth) - 8)
	_ = uint(8 - unsafe.Offsetof(SizeRange{}.MaxWidth))
	_ = uint(unsafe.Offsetof(SizeRange{}.StepWidth) - 12)
	_ = uint(12 - unsafe.Offsetof(SizeRange{}.StepWidth))
	_ = uint(unsafe.Offsetof(SizeRange{}.MinHeight) - 16)
	_ = uint(16 - unsafe.Offsetof(SizeRange{}.MinHeight))
	_ = uint(unsafe.Offsetof(SizeRange{}.MaxHeight) - 20)
	_ = uint(20 - unsafe.Offsetof(SizeRange{}.MaxHeight))
	_ = uint(unsafe.Offsetof(SizeRange{}.StepHeight) - 24)
	_ = uint(24 - unsafe.Offsetof(SizeRange{}.StepHeight))
	_ = uint(unsafe.Offsetof(SizeRange{}.Reserved0) - 28)
	_ = uint(28 - unsafe.Offsetof(SizeRange{}.Reserved0))
	_ = uint(unsafe.Sizeof(StandardInfo{}) - 24)
	_ = uint(24 - unsafe.Sizeof(StandardInfo{}))
	_ = uint(unsafe.Offsetof(StandardInfo{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(StandardInfo{}.StructSize))
	_ = uint(unsafe.Offsetof(StandardInfo{}.Lines) - 4)
	_ = uint(4 - unsafe.Offsetof(StandardInfo{}.Lines))
	_ = uint(unsafe.Offsetof(StandardInfo{}.Period) - 8)
	_ = uint(8 - unsafe.Offsetof(StandardInfo{}.Period))
	_ = uint(unsafe.Offsetof(StandardInfo{}.Bits) - 16)
	_ = uint(16 - unsafe.Offsetof(StandardInfo{}.Bits))
	_ = uint(unsafe.Sizeof(StreamAccount{}) - 176)
	_ = uint(176 - unsafe.Sizeof(StreamAccount{}))
	_ = uint(unsafe.Offsetof(StreamAccount{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(StreamAccount{}.StructSize))
	_ = uint(unsafe.Offsetof(StreamAccount{}.Reserved0) - 4)
	_ = uint(4 - unsafe.Offsetof(StreamAccount{}.Reserved0))
	_ = uint(unsafe.Offsetof(StreamAccount{}.Delivered) - 8)
	_ = uint(8 - unsafe.Offsetof(StreamAccount{}.Delivered))
	_ = uint(unsafe.Offsetof(StreamAccount{}.DriverDropped) - 16)
	_ = uint(16 - unsafe.Offsetof(StreamAccount{}.DriverDropped))
	_ = uint(unsafe.Offsetof(StreamAccount{}.Corrupt) - 24)
	_ = uint(24 - unsafe.Offsetof(StreamAccount{}.Corrupt))
	_ = uint(unsafe.Offsetof(StreamAccount{}.CorruptDropped) - 32)
	_ = uint(32 - unsafe.Offsetof(StreamAccount{}.CorruptDropped))
	_ = uint(unsafe.Offsetof(StreamAccount{}.EmptyDropped) - 40)
	_ = uint(40 - unsafe.Offsetof(StreamAccount{}.EmptyDropped))
	_ = uint(unsafe.Offsetof(StreamAccount{}.ShortFrames) - 48)
	_ = uint(48 - unsafe.Offsetof(StreamAccount{}.ShortFrames))
	_ = uint(unsafe.Offsetof(StreamAccount{}.Bytes) - 56)
	_ = uint(56 - unsafe.Offsetof(StreamAccount{}.Bytes))
	_ = uint(unsafe.Offsetof(StreamAccount{}.Copies) - 64)
	_ = uint(64 - unsafe.Offsetof(StreamAccount{}.Copies))
	_ = uint(unsafe.Offsetof(StreamAccount{}.IoErrors) - 72)
	_ = uint(72 - unsafe.Offsetof(StreamAccount{}.IoErrors))
	_ = uint(unsafe.Offsetof(StreamAccount{}.RequeueFailures) - 80)
	_ = uint(80 - unsafe.Offsetof(StreamAccount{}.RequeueFailures))
	_ = uint(unsafe.Offsetof(StreamAccount{}.SystemCalls) - 88)
	_ = uint(88 - unsafe.Offsetof(StreamAccount{}.SystemCalls))
	_ = uint(unsafe.Offsetof(StreamAccount{}.Queued) - 96)
	_ = uint(96 - unsafe.Offsetof(StreamAccount{}.Queued))
	_ = uint(unsafe.Offsetof(StreamAccount{}.Held) - 100)
	_ = uint(100 - unsafe.Offsetof(StreamAccount{}.Held))
	_ = uint(unsafe.Offsetof(StreamAccount{}.PolicyDropped) - 104)
	_ = uint(104 - unsafe.Offsetof(StreamAccount{}.PolicyDropped))
	_ = uint(unsafe.Offsetof(StreamAccount{}.Starved) - 112)
	_ = uint(112 - unsafe.Offsetof(StreamAccount{}.Starved))
	_ = uint(unsafe.Offsetof(StreamAccount{}.Waiting) - 120)
	_ = uint(120 - unsafe.Offsetof(StreamAccount{}.Waiting))
	_ = uint(unsafe.Offsetof(StreamAccount{}.Reserved1) - 124)
	_ = uint(124 - unsafe.Offsetof(StreamAccount{}.Reserved1))
	_ = uint(unsafe.Offsetof(StreamAccount{}.Reconnects) - 128)
	_ = uint(128 - unsafe.Offsetof(StreamAccount{}.Reconnects))
	_ = uint(unsafe.Offsetof(StreamAccount{}.OthersRefused) - 136)
	_ = uint(136 - unsafe.Offsetof(StreamAccount{}.OthersRefused))
	_ = uint(unsafe.Offsetof(StreamAccount{}.BuffersGrown) - 144)
	_ = uint(144 - unsafe.Offsetof(StreamAccount{}.BuffersGrown))
	_ = uint(unsafe.Offsetof(StreamAccount{}.LargePages) - 152)
	_ = uint(152 - unsafe.Offsetof(StreamAccount{}.LargePages))
	_ = uint(unsafe.Offsetof(StreamAccount{}.Stalls) - 160)
	_ = uint(160 - unsafe.Offsetof(StreamAccount{}.Stalls))
	_ = uint(unsafe.Offsetof(StreamAccount{}.UsbResets) - 168)
	_ = uint(168 - unsafe.Offsetof(StreamAccount{}.UsbResets))
	_ = uint(unsafe.Sizeof(StreamOptions{}) - 72)
	_ = uint(72 - unsafe.Sizeof(StreamOptions{}))
	_ = uint(unsafe.Offsetof(StreamOptions{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(StreamOptions{}.StructSize))
	_ = uint(unsafe.Offsetof(StreamOptions{}.Fourcc) - 4)
	_ = uint(4 - unsafe.Offsetof(StreamOptions{}.Fourcc))
	_ = uint(unsafe.Offsetof(StreamOptions{}.Width) - 8)
	_ = uint(8 - unsafe.Offsetof(StreamOptions{}.Width))
	_ = uint(unsafe.Offsetof(StreamOptions{}.Height) - 12)
	_ = uint(12 - unsafe.Offsetof(StreamOptions{}.Height))
	_ = uint(unsafe.Offsetof(StreamOptions{}.Rate) - 16)
	_ = uint(16 - unsafe.Offsetof(StreamOptions{}.Rate))
	_ = uint(unsafe.Offsetof(StreamOptions{}.Memory) - 24)
	_ = uint(24 - unsafe.Offsetof(StreamOptions{}.Memory))
	_ = uint(unsafe.Offsetof(StreamOptions{}.BufferCount) - 28)
	_ = uint(28 - unsafe.Offsetof(StreamOptions{}.BufferCount))
	_ = uint(unsafe.Offsetof(StreamOptions{}.Flags) - 32)
	_ = uint(32 - unsafe.Offsetof(StreamOptions{}.Flags))
	_ = uint(unsafe.Offsetof(StreamOptions{}.Reserved0) - 36)
	_ = uint(36 - unsafe.Offsetof(StreamOptions{}.Reserved0))
	_ = uint(unsafe.Offsetof(StreamOptions{}.Flow) - 40)
	_ = uint(40 - unsafe.Offsetof(StreamOptions{}.Flow))
	_ = uint(unsafe.Offsetof(StreamOptions{}.FlowDepth) - 44)
	_ = uint(44 - unsafe.Offsetof(StreamOptions{}.FlowDepth))
	_ = uint(unsafe.Offsetof(StreamOptions{}.MinQueued) - 48)
	_ = uint(48 - unsafe.Offsetof(StreamOptions{}.MinQueued))
	_ = uint(unsafe.Offsetof(StreamOptions{}.Reserve) - 52)
	_ = uint(52 - unsafe.Offsetof(StreamOptions{}.Reserve))
	_ = uint(unsafe.Offsetof(StreamOptions{}.MaxBuffers) - 56)
	_ = uint(56 - unsafe.Offsetof(StreamOptions{}.MaxBuffers))
	_ = uint(unsafe.Offsetof(StreamOptions{}.Reserved1) - 60)
	_ = uint(60 - unsafe.Offsetof(StreamOptions{}.Reserved1))
	_ = uint(unsafe.Offsetof(StreamOptions{}.StallAfterNs) - 64)
	_ = uint(64 - unsafe.Offsetof(StreamOptions{}.StallAfterNs))
	_ = uint(unsafe.Sizeof(StreamRate{}) - 40)
	_ = uint(40 - unsafe.Sizeof(StreamRate{}))
	_ = uint(unsafe.Offsetof(StreamRate{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(StreamRate{}.StructSize))
	_ = uint(unsafe.Offsetof(StreamRate{}.Verdict) - 4)
	_ = uint(4 - unsafe.Offsetof(StreamRate{}.Verdict))
	_ = uint(unsafe.Offsetof(StreamRate{}.Nominal) - 8)
	_ = uint(8 - unsafe.Offsetof(StreamRate{}.Nominal))
	_ = uint(unsafe.Offsetof(StreamRate{}.MeasuredUhz) - 16)
	_ = uint(16 - unsafe.Offsetof(StreamRate{}.MeasuredUhz))
	_ = uint(unsafe.Offsetof(StreamRate{}.MeasuredNs) - 24)
	_ = uint(24 - unsafe.Offsetof(StreamRate{}.MeasuredNs))
	_ = uint(unsafe.Offsetof(StreamRate{}.MeasuredIntervals) - 32)
	_ = uint(32 - unsafe.Offsetof(StreamRate{}.MeasuredIntervals))
	_ = uint(unsafe.Offsetof(StreamRate{}.Missing) - 36)
	_ = uint(36 - unsafe.Offsetof(StreamRate{}.Missing))
	_ = uint(unsafe.Sizeof(StreamState{}) - 88)
	_ = uint(88 - unsafe.Sizeof(StreamState{}))
	_ = uint(unsafe.Offsetof(StreamState{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(StreamState{}.StructSize))
	_ = uint(unsafe.Offsetof(StreamState{}.Phase) - 4)
	_ = uint(4 - unsafe.Offsetof(StreamState{}.Phase))
	_ = uint(unsafe.Offsetof(StreamState{}.Generation) - 8)
	_ = uint(8 - unsafe.Offsetof(StreamState{}.Generation))
	_ = uint(unsafe.Offsetof(StreamState{}.BufferCount) - 12)
	_ = uint(12 - unsafe.Offsetof(StreamState{}.BufferCount))
	_ = uint(unsafe.Offsetof(StreamState{}.Queued) - 16)
	_ = uint(16 - unsafe.Offsetof(StreamState{}.Queued))
	_ = uint(unsafe.Offsetof(StreamState{}.Waiting) - 20)
	_ = uint(20 - unsafe.Offsetof(StreamState{}.Waiting))
	_ = uint(unsafe.Offsetof(StreamState{}.Held) - 24)
	_ = uint(24 - unsafe.Offsetof(StreamState{}.Held))
	_ = uint(unsafe.Offsetof(StreamState{}.HasInputStatus) - 28)
	_ = uint(28 - unsafe.Offsetof(StreamState{}.HasInputStatus))
	_ = uint(unsafe.Offsetof(StreamState{}.InputStatus) - 32)
	_ = uint(32 - unsafe.Offsetof(StreamState{}.InputStatus))
	_ = uint(unsafe.Offsetof(StreamState{}.Attempts) - 36)
	_ = uint(36 - unsafe.Offsetof(StreamState{}.Attempts))
	_ = uint(unsafe.Offsetof(StreamState{}.LastCode) - 40)
	_ = uint(40 - unsafe.Offsetof(StreamState{}.LastCode))
	_ = uint(unsafe.Offsetof(StreamState{}.Reserved0) - 44)
	_ = uint(44 - unsafe.Offsetof(StreamState{}.Reserved0))
	_ = uint(unsafe.Offsetof(StreamState{}.LastFrameAgeNs) - 48)
	_ = uint(48 - unsafe.Offsetof(StreamState{}.LastFrameAgeNs))
	_ = uint(unsafe.Offsetof(StreamState{}.HeldAgeNs) - 56)
	_ = uint(56 - unsafe.Offsetof(StreamState{}.HeldAgeNs))
	_ = uint(unsafe.Offsetof(StreamState{}.IntervalNs) - 64)
	_ = uint(64 - unsafe.Offsetof(StreamState{}.IntervalNs))
	_ = uint(unsafe.Offsetof(StreamState{}.ExposureNs) - 72)
	_ = uint(72 - unsafe.Offsetof(StreamState{}.ExposureNs))
	_ = uint(unsafe.Offsetof(StreamState{}.AwayNs) - 80)
	_ = uint(80 - unsafe.Offsetof(StreamState{}.AwayNs))
	_ = uint(unsafe.Sizeof(StreamStatistics{}) - 1640)
	_ = uint(1640 - unsafe.Sizeof(StreamStatistics{}))
	_ = uint(unsafe.Offsetof(StreamStatistics{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(StreamStatistics{}.StructSize))
	_ = uint(unsafe.Offsetof(StreamStatistics{}.Reserved0) - 4)
	_ = uint(4 - unsafe.Offsetof(StreamStatistics{}.Reserved0))
	_ = uint(unsafe.Offsetof(StreamStatistics{}.StampsUnset) - 8)
	_ = uint(8 - unsafe.Offsetof(StreamStatistics{}.StampsUnset))
	_ = uint(unsafe.Offsetof(StreamStatistics{}.StampsRepeated) - 16)
	_ = uint(16 - unsafe.Offsetof(StreamStatistics{}.StampsRepeated))
	_ = uint(unsafe.Offsetof(StreamStatistics{}.StampsBackward) - 24)
	_ = uint(24 - unsafe.Offsetof(StreamStatistics{}.StampsBackward))
	_ = uint(unsafe.Offsetof(StreamStatistics{}.StampsFuture) - 32)
	_ = uint(32 - unsafe.Offsetof(StreamStatistics{}.StampsFuture))
	_ = uint(unsafe.Offsetof(StreamStatistics{}.Interval) - 40)
	_ = uint(40 - unsafe.Offsetof(StreamStatistics{}.Interval))
	_ = uint(unsafe.Offsetof(StreamStatistics{}.Delivery) - 840)
	_ = uint(840 - unsafe.Offsetof(StreamStatistics{}.Delivery))
	_ = uint(unsafe.Sizeof(Timings{}) - 96)
	_ = uint(96 - unsafe.Sizeof(Timings{}))
	_ = uint(unsafe.Offsetof(Timings{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(Timings{}.StructSize))
	_ = uint(unsafe.Offsetof(Timings{}.Width) - 4)
	_ = uint(4 - unsafe.Offsetof(Timings{}.Width))
	_ = uint(unsafe.Offsetof(Timings{}.Height) - 8)
	_ = uint(8 - unsafe.Offsetof(Timings{}.Height))
	_ = uint(unsafe.Offsetof(Timings{}.Interlaced) - 12)
	_ = uint(12 - unsafe.Offsetof(Timings{}.Interlaced))
	_ = uint(unsafe.Offsetof(Timings{}.Polarities) - 16)
	_ = uint(16 - unsafe.Offsetof(Timings{}.Polarities))
	_ = uint(unsafe.Offsetof(Timings{}.Flags) - 20)
	_ = uint(20 - unsafe.Offsetof(Timings{}.Flags))
	_ = uint(unsafe.Offsetof(Timings{}.Standards) - 24)
	_ = uint(24 - unsafe.Offsetof(Timings{}.Standards))
	_ = uint(unsafe.Offsetof(Timings{}.Hfrontporch) - 28)
	_ = uint(28 - unsafe.Offsetof(Timings{}.Hfrontporch))
	_ = uint(unsafe.Offsetof(Timings{}.Hsync) - 32)
	_ = uint(32 - unsafe.Offsetof(Timings{}.Hsync))
	_ = uint(unsafe.Offsetof(Timings{}.Hbackporch) - 36)
	_ = uint(36 - unsafe.Offsetof(Timings{}.Hbackporch))
	_ = uint(unsafe.Offsetof(Timings{}.Vfrontporch) - 40)
	_ = uint(40 - unsafe.Offsetof(Timings{}.Vfrontporch))
	_ = uint(unsafe.Offsetof(Timings{}.Vsync) - 44)
	_ = uint(44 - unsafe.Offsetof(Timings{}.Vsync))
	_ = uint(unsafe.Offsetof(Timings{}.Vbackporch) - 48)
	_ = uint(48 - unsafe.Offsetof(Timings{}.Vbackporch))
	_ = uint(unsafe.Offsetof(Timings{}.IlVfrontporch) - 52)
	_ = uint(52 - unsafe.Offsetof(Timings{}.IlVfrontporch))
	_ = uint(unsafe.Offsetof(Timings{}.IlVsync) - 56)
	_ = uint(56 - unsafe.Offsetof(Timings{}.IlVsync))
	_ = uint(unsafe.Offsetof(Timings{}.IlVbackporch) - 60)
	_ = uint(60 - unsafe.Offsetof(Timings{}.IlVbackporch))
	_ = uint(unsafe.Offsetof(Timings{}.Cea861Vic) - 64)
	_ = uint(64 - unsafe.Offsetof(Timings{}.Cea861Vic))
	_ = uint(unsafe.Offsetof(Timings{}.HdmiVic) - 68)
	_ = uint(68 - unsafe.Offsetof(Timings{}.HdmiVic))
	_ = uint(unsafe.Offsetof(Timings{}.PictureAspect) - 72)
	_ = uint(72 - unsafe.Offsetof(Timings{}.PictureAspect))
	_ = uint(unsafe.Offsetof(Timings{}.Rate) - 80)
	_ = uint(80 - unsafe.Offsetof(Timings{}.Rate))
	_ = uint(unsafe.Offsetof(Timings{}.PixelclockHz) - 88)
	_ = uint(88 - unsafe.Offsetof(Timings{}.PixelclockHz))
	_ = uint(unsafe.Sizeof(TimingsCapabilities{}) - 48)
	_ = uint(48 - unsafe.Sizeof(TimingsCapabilities{}))
	_ = uint(unsafe.Offsetof(TimingsCapabilities{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(TimingsCapabilities{}.StructSize))
	_ = uint(unsafe.Offsetof(TimingsCapabilities{}.MinWidth) - 4)
	_ = uint(4 - unsafe.Offsetof(TimingsCapabilities{}.MinWidth))
	_ = uint(unsafe.Offsetof(TimingsCapabilities{}.MaxWidth) - 8)
	_ = uint(8 - unsafe.Offsetof(TimingsCapabilities{}.MaxWidth))
	_ = uint(unsafe.Offsetof(TimingsCapabilities{}.MinHeight) - 12)
	_ = uint(12 - unsafe.Offsetof(TimingsCapabilities{}.MinHeight))
	_ = uint(unsafe.Offsetof(TimingsCapabilities{}.MaxHeight) - 16)
	_ = uint(16 - unsafe.Offsetof(TimingsCapabilities{}.MaxHeight))
	_ = uint(unsafe.Offsetof(TimingsCapabilities{}.Standards) - 20)
	_ = uint(20 - unsafe.Offsetof(TimingsCapabilities{}.Standards))
	_ = uint(unsafe.Offsetof(TimingsCapabilities{}.Capabilities) - 24)
	_ = uint(24 - unsafe.Offsetof(TimingsCapabilities{}.Capabilities))
	_ = uint(unsafe.Offsetof(TimingsCapabilities{}.Reserved0) - 28)
	_ = uint(28 - unsafe.Offsetof(TimingsCapabilities{}.Reserved0))
	_ = uint(unsafe.Offsetof(TimingsCapabilities{}.MinPixelclockHz) - 32)
	_ = uint(32 - unsafe.Offsetof(TimingsCapabilities{}.MinPixelclockHz))
	_ = uint(unsafe.Offsetof(TimingsCapabilities{}.MaxPixelclockHz) - 40)
	_ = uint(40 - unsafe.Offsetof(TimingsCapabilities{}.MaxPixelclockHz))
	_ = uint(unsafe.Sizeof(Wish{}) - 24)
	_ = uint(24 - unsafe.Sizeof(Wish{}))
	_ = uint(unsafe.Offsetof(Wish{}.StructSize) - 0)
	_ = uint(0 - unsafe.Offsetof(Wish{}.StructSize))
	_ = uint(unsafe.Offsetof(Wish{}.Flags) - 4)
	_ = uint(4 - unsafe.Offsetof(Wish{}.Flags))
	_ = uint(unsafe.Offsetof(Wish{}.Width) - 8)
	_ = uint(8 - unsafe.Offsetof(Wish{}.Width))
	_ = uint(unsafe.Offsetof(Wish{}.Height) - 12)
	_ = uint(12 - unsafe.Offsetof(Wish{}.Height))
	_ = uint(unsafe.Offsetof(Wish{}.Rate) - 16)
	_ = uint(16 - unsafe.Offsetof(Wish{}.Rate))
)

// Every function as the header declares it: its result, then its parameters.
var signatures = map[string][]string{
	"v4lxx_bytes_get_data":                   {"const void *", "const v4lxx_bytes *", "size_t *"},
	"v4lxx_bytes_ref":                        {"v4lxx_bytes *", "v4lxx_bytes *"},
	"v4lxx_bytes_unref":                      {"void", "v4lxx_bytes *"},
	"v4lxx_check_get_name":                   {"const char *", "v4lxx_check"},
	"v4lxx_code_find":                        {"v4lxx_code", "const char *"},
	"v4lxx_code_get_advice":                  {"const char *", "v4lxx_code"},
	"v4lxx_code_get_explanation":             {"const char *", "v4lxx_code"},
	"v4lxx_code_get_meaning":                 {"const char *", "v4lxx_code"},
	"v4lxx_code_get_name":                    {"const char *", "v4lxx_code"},
	"v4lxx_code_get_status":                  {"v4lxx_status", "v4lxx_code"},
	"v4lxx_context_add_simulated":            {"v4lxx_status", "v4lxx_context *", "const char *", "v4lxx_error **"},
	"v4lxx_context_add_stream":               {"v4lxx_status", "v4lxx_context *", "v4lxx_stream *", "uint64_t", "v4lxx_error **"},
	"v4lxx_context_cancel":                   {"void", "v4lxx_context *"},
	"v4lxx_context_convert_time":             {"v4lxx_status", "v4lxx_context *", "int64_t", "v4lxx_clock", "v4lxx_clock", "v4lxx_converted_time *", "v4lxx_error **"},
	"v4lxx_context_create":                   {"v4lxx_status", "const v4lxx_context_options *", "v4lxx_context **", "v4lxx_error **"},
	"v4lxx_context_dequeue":                  {"v4lxx_status", "v4lxx_context *", "int64_t", "uint64_t *", "v4lxx_frame **", "v4lxx_error **"},
	"v4lxx_context_dispatch":                 {"v4lxx_status", "v4lxx_context *", "int64_t", "uint32_t", "v4lxx_error **"},
	"v4lxx_context_examine":                  {"v4lxx_status", "v4lxx_context *", "const char *", "uint32_t", "v4lxx_examination **", "v4lxx_error **"},
	"v4lxx_context_get_fd":                   {"int32_t", "v4lxx_context *"},
	"v4lxx_context_get_log_left_out":         {"uint64_t", "const v4lxx_context *"},
	"v4lxx_context_get_missed_events":        {"uint64_t", "const v4lxx_context *"},
	"v4lxx_context_get_time_left":            {"int64_t", "v4lxx_context *", "int64_t"},
	"v4lxx_context_list_devices":             {"v4lxx_status", "v4lxx_context *", "uint32_t", "v4lxx_device_list **", "v4lxx_error **"},
	"v4lxx_context_listen":                   {"v4lxx_status", "v4lxx_context *", "uint32_t", "v4lxx_error **"},
	"v4lxx_context_next_event":               {"v4lxx_status", "v4lxx_context *", "int64_t", "v4lxx_event **", "v4lxx_error **"},
	"v4lxx_context_options_init":             {"void", "v4lxx_context_options *", "uint32_t"},
	"v4lxx_context_ref":                      {"v4lxx_context *", "v4lxx_context *"},
	"v4lxx_context_remove_stream":            {"void", "v4lxx_context *", "v4lxx_stream *"},
	"v4lxx_context_set_event_callback":       {"v4lxx_status", "v4lxx_context *", "v4lxx_event_fn", "void *", "v4lxx_destroy_fn", "v4lxx_error **"},
	"v4lxx_context_set_log":                  {"v4lxx_status", "v4lxx_context *", "v4lxx_log_level", "v4lxx_log_fn", "void *", "v4lxx_destroy_fn", "v4lxx_error **"},
	"v4lxx_context_start_thread":             {"v4lxx_status", "v4lxx_context *", "v4lxx_error **"},
	"v4lxx_context_stop_thread":              {"void", "v4lxx_context *"},
	"v4lxx_context_unref":                    {"void", "v4lxx_context *"},
	"v4lxx_control_get_default":              {"int64_t", "const v4lxx_control *"},
	"v4lxx_control_get_element_count":        {"uint32_t", "const v4lxx_control *"},
	"v4lxx_control_get_flags":                {"uint32_t", "const v4lxx_control *"},
	"v4lxx_control_get_flaw":                 {"const char *", "const v4lxx_control *"},
	"v4lxx_control_get_id":                   {"uint32_t", "const v4lxx_control *"},
	"v4lxx_control_get_item_count":           {"uint32_t", "const v4lxx_control *"},
	"v4lxx_control_get_item_index":           {"uint32_t", "const v4lxx_control *", "uint32_t"},
	"v4lxx_control_get_item_name":            {"const char *", "const v4lxx_control *", "uint32_t"},
	"v4lxx_control_get_item_value":           {"int64_t", "const v4lxx_control *", "uint32_t"},
	"v4lxx_control_get_master":               {"uint32_t", "const v4lxx_control *"},
	"v4lxx_control_get_maximum":              {"int64_t", "const v4lxx_control *"},
	"v4lxx_control_get_minimum":              {"int64_t", "const v4lxx_control *"},
	"v4lxx_control_get_name":                 {"const char *", "const v4lxx_control *"},
	"v4lxx_control_get_short_name":           {"const char *", "const v4lxx_control *"},
	"v4lxx_control_get_step":                 {"uint64_t", "const v4lxx_control *"},
	"v4lxx_control_get_type":                 {"uint32_t", "const v4lxx_control *"},
	"v4lxx_control_list_get":                 {"v4lxx_control *", "const v4lxx_control_list *", "uint32_t"},
	"v4lxx_control_list_get_count":           {"uint32_t", "const v4lxx_control_list *"},
	"v4lxx_control_list_unref":               {"void", "v4lxx_control_list *"},
	"v4lxx_control_parse_value":              {"v4lxx_status", "const v4lxx_control *", "const char *", "int64_t *", "v4lxx_error **"},
	"v4lxx_control_ref":                      {"v4lxx_control *", "v4lxx_control *"},
	"v4lxx_control_unref":                    {"void", "v4lxx_control *"},
	"v4lxx_converted_time_init":              {"void", "v4lxx_converted_time *", "uint32_t"},
	"v4lxx_device_close":                     {"void", "v4lxx_device *"},
	"v4lxx_device_close_within":              {"v4lxx_status", "v4lxx_device *", "int64_t", "v4lxx_error **"},
	"v4lxx_device_find_control":              {"v4lxx_status", "v4lxx_device *", "const char *", "v4lxx_control **", "v4lxx_error **"},
	"v4lxx_device_find_control_by_id":        {"v4lxx_status", "v4lxx_device *", "uint32_t", "v4lxx_control **", "v4lxx_error **"},
	"v4lxx_device_find_input":                {"v4lxx_status", "v4lxx_device *", "const char *", "uint32_t *", "v4lxx_error **"},
	"v4lxx_device_find_standard":             {"v4lxx_status", "v4lxx_device *", "const char *", "uint64_t *", "v4lxx_error **"},
	"v4lxx_device_find_timings":              {"v4lxx_status", "v4lxx_device *", "const char *", "v4lxx_timings *", "v4lxx_error **"},
	"v4lxx_device_get_info":                  {"v4lxx_device_info *", "const v4lxx_device *"},
	"v4lxx_device_info_get_bus":              {"const char *", "const v4lxx_device_info *"},
	"v4lxx_device_info_get_capabilities":     {"uint32_t", "const v4lxx_device_info *"},
	"v4lxx_device_info_get_card":             {"const char *", "const v4lxx_device_info *"},
	"v4lxx_device_info_get_driver":           {"const char *", "const v4lxx_device_info *"},
	"v4lxx_device_info_get_error":            {"const v4lxx_error *", "const v4lxx_device_info *"},
	"v4lxx_device_info_get_id":               {"const char *", "const v4lxx_device_info *"},
	"v4lxx_device_info_get_media_path":       {"const char *", "const v4lxx_device_info *"},
	"v4lxx_device_info_get_node":             {"v4lxx_device_info *", "const v4lxx_device_info *", "uint32_t"},
	"v4lxx_device_info_get_node_count":       {"uint32_t", "const v4lxx_device_info *"},
	"v4lxx_device_info_get_path":             {"const char *", "const v4lxx_device_info *"},
	"v4lxx_device_info_get_role":             {"v4lxx_node_role", "const v4lxx_device_info *"},
	"v4lxx_device_info_get_serial":           {"const char *", "const v4lxx_device_info *"},
	"v4lxx_device_info_get_usb_product":      {"uint32_t", "const v4lxx_device_info *"},
	"v4lxx_device_info_get_usb_vendor":       {"uint32_t", "const v4lxx_device_info *"},
	"v4lxx_device_info_is_camera":            {"v4lxx_bool", "const v4lxx_device_info *"},
	"v4lxx_device_info_is_simulated":         {"v4lxx_bool", "const v4lxx_device_info *"},
	"v4lxx_device_info_ref":                  {"v4lxx_device_info *", "v4lxx_device_info *"},
	"v4lxx_device_info_unref":                {"void", "v4lxx_device_info *"},
	"v4lxx_device_list_controls":             {"v4lxx_status", "v4lxx_device *", "v4lxx_control_list **", "v4lxx_error **"},
	"v4lxx_device_list_formats":              {"v4lxx_status", "v4lxx_device *", "v4lxx_format_list **", "v4lxx_error **"},
	"v4lxx_device_list_get":                  {"v4lxx_device_info *", "const v4lxx_device_list *", "uint32_t"},
	"v4lxx_device_list_get_count":            {"uint32_t", "const v4lxx_device_list *"},
	"v4lxx_device_list_get_note":             {"const char *", "const v4lxx_device_list *"},
	"v4lxx_device_list_inputs":               {"v4lxx_status", "v4lxx_device *", "v4lxx_input_list **", "v4lxx_error **"},
	"v4lxx_device_list_intervals":            {"v4lxx_status", "v4lxx_device *", "uint32_t", "uint32_t", "uint32_t", "v4lxx_interval_list **", "v4lxx_error **"},
	"v4lxx_device_list_modes":                {"v4lxx_status", "v4lxx_device *", "const v4lxx_wish *", "const uint32_t *", "uint32_t", "v4lxx_mode_list **", "v4lxx_error **"},
	"v4lxx_device_list_sizes":                {"v4lxx_status", "v4lxx_device *", "uint32_t", "v4lxx_size_list **", "v4lxx_error **"},
	"v4lxx_device_list_standards":            {"v4lxx_status", "v4lxx_device *", "v4lxx_standard_list **", "v4lxx_error **"},
	"v4lxx_device_list_timings":              {"v4lxx_status", "v4lxx_device *", "v4lxx_timings_list **", "v4lxx_error **"},
	"v4lxx_device_list_unref":                {"void", "v4lxx_device_list *"},
	"v4lxx_device_negotiate":                 {"v4lxx_status", "v4lxx_device *", "const v4lxx_wish *", "const uint32_t *", "uint32_t", "v4lxx_negotiation *", "v4lxx_error **"},
	"v4lxx_device_open":                      {"v4lxx_status", "v4lxx_context *", "const char *", "const v4lxx_device_options *", "v4lxx_device **", "v4lxx_error **"},
	"v4lxx_device_open_fd":                   {"v4lxx_status", "v4lxx_context *", "int32_t", "const v4lxx_device_options *", "v4lxx_device **", "v4lxx_error **"},
	"v4lxx_device_options_init":              {"void", "v4lxx_device_options *", "uint32_t"},
	"v4lxx_device_query_standard":            {"v4lxx_status", "v4lxx_device *", "uint64_t *", "v4lxx_error **"},
	"v4lxx_device_query_timings":             {"v4lxx_status", "v4lxx_device *", "v4lxx_timings *", "v4lxx_error **"},
	"v4lxx_device_read_control_i64":          {"v4lxx_status", "v4lxx_device *", "const v4lxx_control *", "int64_t *", "v4lxx_error **"},
	"v4lxx_device_read_control_string":       {"v4lxx_status", "v4lxx_device *", "const v4lxx_control *", "void *", "uint32_t", "v4lxx_error **"},
	"v4lxx_device_read_format":               {"v4lxx_status", "v4lxx_device *", "v4lxx_format *", "v4lxx_error **"},
	"v4lxx_device_read_input":                {"v4lxx_status", "v4lxx_device *", "uint32_t *", "v4lxx_error **"},
	"v4lxx_device_read_interval":             {"v4lxx_status", "v4lxx_device *", "v4lxx_fraction *", "v4lxx_error **"},
	"v4lxx_device_read_selection":            {"v4lxx_status", "v4lxx_device *", "v4lxx_selection_target", "v4lxx_rectangle *", "v4lxx_error **"},
	"v4lxx_device_read_signal":               {"v4lxx_status", "v4lxx_device *", "v4lxx_signal *", "v4lxx_error **"},
	"v4lxx_device_read_standard":             {"v4lxx_status", "v4lxx_device *", "uint64_t *", "v4lxx_error **"},
	"v4lxx_device_read_timings":              {"v4lxx_status", "v4lxx_device *", "v4lxx_timings *", "v4lxx_error **"},
	"v4lxx_device_read_timings_capabilities": {"v4lxx_status", "v4lxx_device *", "v4lxx_timings_capabilities *", "v4lxx_error **"},
	"v4lxx_device_ref":                       {"v4lxx_device *", "v4lxx_device *"},
	"v4lxx_device_select_input":              {"v4lxx_status", "v4lxx_device *", "uint32_t", "v4lxx_error **"},
	"v4lxx_device_set_control_i64":           {"v4lxx_status", "v4lxx_device *", "const v4lxx_control *", "int64_t", "int64_t *", "v4lxx_error **"},
	"v4lxx_device_set_control_string":        {"v4lxx_status", "v4lxx_device *", "const v4lxx_control *", "const char *", "v4lxx_error **"},
	"v4lxx_device_set_format":                {"v4lxx_status", "v4lxx_device *", "v4lxx_format *", "uint32_t *", "v4lxx_error **"},
	"v4lxx_device_set_interval":              {"v4lxx_status", "v4lxx_device *", "v4lxx_fraction *", "v4lxx_error **"},
	"v4lxx_device_set_selection":             {"v4lxx_status", "v4lxx_device *", "v4lxx_selection_target", "uint32_t", "v4lxx_rectangle *", "v4lxx_error **"},
	"v4lxx_device_set_standard":              {"v4lxx_status", "v4lxx_device *", "uint64_t", "v4lxx_error **"},
	"v4lxx_device_set_timings":               {"v4lxx_status", "v4lxx_device *", "v4lxx_timings *", "v4lxx_error **"},
	"v4lxx_device_try_format":                {"v4lxx_status", "v4lxx_device *", "v4lxx_format *", "uint32_t *", "v4lxx_error **"},
	"v4lxx_device_unref":                     {"void", "v4lxx_device *"},
	"v4lxx_errno_find":                       {"int32_t", "const char *"},
	"v4lxx_errno_get_explanation":            {"const char *", "int32_t"},
	"v4lxx_errno_get_name":                   {"const char *", "int32_t"},
	"v4lxx_error_free":                       {"void", "v4lxx_error *"},
	"v4lxx_error_get_advice":                 {"const char *", "const v4lxx_error *"},
	"v4lxx_error_get_answer":                 {"const char *", "const v4lxx_error *"},
	"v4lxx_error_get_asked":                  {"const char *", "const v4lxx_error *"},
	"v4lxx_error_get_cause":                  {"const char *", "const v4lxx_error *"},
	"v4lxx_error_get_code":                   {"v4lxx_code", "const v4lxx_error *"},
	"v4lxx_error_get_device":                 {"const char *", "const v4lxx_error *"},
	"v4lxx_error_get_errno":                  {"int32_t", "const v4lxx_error *"},
	"v4lxx_error_get_field":                  {"const char *", "const v4lxx_error *"},
	"v4lxx_error_get_message":                {"const char *", "const v4lxx_error *"},
	"v4lxx_error_get_operation":              {"const char *", "const v4lxx_error *"},
	"v4lxx_error_get_request":                {"const char *", "const v4lxx_error *"},
	"v4lxx_error_get_status":                 {"v4lxx_status", "const v4lxx_error *"},
	"v4lxx_error_is_cause_checked":           {"v4lxx_bool", "const v4lxx_error *"},
	"v4lxx_event_get_device":                 {"v4lxx_device_info *", "const v4lxx_event *"},
	"v4lxx_event_get_text":                   {"const char *", "const v4lxx_event *"},
	"v4lxx_event_info_init":                  {"void", "v4lxx_event_info *", "uint32_t"},
	"v4lxx_event_kind_get_name":              {"const char *", "v4lxx_event_kind"},
	"v4lxx_event_read_info":                  {"v4lxx_status", "const v4lxx_event *", "v4lxx_event_info *", "v4lxx_error **"},
	"v4lxx_event_ref":                        {"v4lxx_event *", "v4lxx_event *"},
	"v4lxx_event_unref":                      {"void", "v4lxx_event *"},
	"v4lxx_examination_get_advice":           {"const char *", "const v4lxx_examination *", "uint32_t"},
	"v4lxx_examination_get_check":            {"v4lxx_check", "const v4lxx_examination *", "uint32_t"},
	"v4lxx_examination_get_code":             {"v4lxx_code", "const v4lxx_examination *", "uint32_t"},
	"v4lxx_examination_get_count":            {"uint32_t", "const v4lxx_examination *"},
	"v4lxx_examination_get_device":           {"const char *", "const v4lxx_examination *", "uint32_t"},
	"v4lxx_examination_get_found":            {"const char *", "const v4lxx_examination *", "uint32_t"},
	"v4lxx_examination_get_meaning":          {"const char *", "const v4lxx_examination *", "uint32_t"},
	"v4lxx_examination_get_severity":         {"v4lxx_severity", "const v4lxx_examination *", "uint32_t"},
	"v4lxx_examination_get_worst":            {"v4lxx_severity", "const v4lxx_examination *"},
	"v4lxx_examination_is_meaning_checked":   {"v4lxx_bool", "const v4lxx_examination *", "uint32_t"},
	"v4lxx_examination_unref":                {"void", "v4lxx_examination *"},
	"v4lxx_format_init":                      {"void", "v4lxx_format *", "uint32_t"},
	"v4lxx_format_list_get_count":            {"uint32_t", "const v4lxx_format_list *"},
	"v4lxx_format_list_get_description":      {"const char *", "const v4lxx_format_list *", "uint32_t"},
	"v4lxx_format_list_get_flags":            {"uint32_t", "const v4lxx_format_list *", "uint32_t"},
	"v4lxx_format_list_get_fourcc":           {"uint32_t", "const v4lxx_format_list *", "uint32_t"},
	"v4lxx_format_list_unref":                {"void", "v4lxx_format_list *"},
	"v4lxx_frame_convert_time":               {"v4lxx_status", "const v4lxx_frame *", "v4lxx_clock", "v4lxx_converted_time *", "v4lxx_error **"},
	"v4lxx_frame_encode":                     {"v4lxx_status", "const v4lxx_frame *", "v4lxx_image_type", "const v4lxx_image_options *", "v4lxx_bytes **", "v4lxx_error **"},
	"v4lxx_frame_get_plane_data":             {"const void *", "const v4lxx_frame *", "uint32_t", "size_t *"},
	"v4lxx_frame_info_init":                  {"void", "v4lxx_frame_info *", "uint32_t"},
	"v4lxx_frame_measure_luma":               {"v4lxx_status", "const v4lxx_frame *", "uint32_t *", "v4lxx_error **"},
	"v4lxx_frame_read_info":                  {"v4lxx_status", "const v4lxx_frame *", "v4lxx_frame_info *", "v4lxx_error **"},
	"v4lxx_frame_ref":                        {"v4lxx_frame *", "v4lxx_frame *"},
	"v4lxx_frame_set_get_frame":              {"v4lxx_frame *", "const v4lxx_frame_set *", "uint32_t"},
	"v4lxx_frame_set_get_moment":             {"int64_t", "const v4lxx_frame_set *", "uint32_t"},
	"v4lxx_frame_set_holder":                 {"void", "v4lxx_frame *", "uint64_t"},
	"v4lxx_frame_set_info_init":              {"void", "v4lxx_frame_set_info *", "uint32_t"},
	"v4lxx_frame_set_read_info":              {"v4lxx_status", "const v4lxx_frame_set *", "v4lxx_frame_set_info *", "v4lxx_error **"},
	"v4lxx_frame_set_ref":                    {"v4lxx_frame_set *", "v4lxx_frame_set *"},
	"v4lxx_frame_set_unref":                  {"void", "v4lxx_frame_set *"},
	"v4lxx_frame_unref":                      {"void", "v4lxx_frame *"},
	"v4lxx_group_add_stream":                 {"v4lxx_status", "v4lxx_group *", "v4lxx_stream *", "int64_t", "v4lxx_error **"},
	"v4lxx_group_camera_init":                {"void", "v4lxx_group_camera *", "uint32_t"},
	"v4lxx_group_cancel":                     {"void", "v4lxx_group *"},
	"v4lxx_group_create":                     {"v4lxx_status", "v4lxx_context *", "const v4lxx_group_options *", "v4lxx_group **", "v4lxx_error **"},
	"v4lxx_group_get_fd":                     {"int32_t", "v4lxx_group *"},
	"v4lxx_group_next":                       {"v4lxx_status", "v4lxx_group *", "int64_t", "v4lxx_frame_set **", "v4lxx_error **"},
	"v4lxx_group_options_init":               {"void", "v4lxx_group_options *", "uint32_t"},
	"v4lxx_group_read_camera":                {"v4lxx_status", "v4lxx_group *", "uint32_t", "v4lxx_group_camera *", "v4lxx_error **"},
	"v4lxx_group_read_statistics":            {"v4lxx_status", "v4lxx_group *", "v4lxx_group_statistics *", "v4lxx_error **"},
	"v4lxx_group_ref":                        {"v4lxx_group *", "v4lxx_group *"},
	"v4lxx_group_statistics_init":            {"void", "v4lxx_group_statistics *", "uint32_t"},
	"v4lxx_group_unref":                      {"void", "v4lxx_group *"},
	"v4lxx_held_frame_init":                  {"void", "v4lxx_held_frame *", "uint32_t"},
	"v4lxx_held_list_at":                     {"v4lxx_status", "const v4lxx_held_list *", "uint32_t", "v4lxx_held_frame *", "v4lxx_error **"},
	"v4lxx_held_list_get_count":              {"uint32_t", "const v4lxx_held_list *"},
	"v4lxx_held_list_unref":                  {"void", "v4lxx_held_list *"},
	"v4lxx_histogram_get_bound":              {"int64_t", "uint32_t"},
	"v4lxx_histogram_get_quantile":           {"int64_t", "const v4lxx_histogram *", "uint32_t"},
	"v4lxx_image_options_init":               {"void", "v4lxx_image_options *", "uint32_t"},
	"v4lxx_image_supports":                   {"v4lxx_bool", "uint32_t", "v4lxx_image_type"},
	"v4lxx_input_info_init":                  {"void", "v4lxx_input_info *", "uint32_t"},
	"v4lxx_input_list_at":                    {"v4lxx_status", "const v4lxx_input_list *", "uint32_t", "v4lxx_input_info *", "v4lxx_error **"},
	"v4lxx_input_list_get_count":             {"uint32_t", "const v4lxx_input_list *"},
	"v4lxx_input_list_get_name":              {"const char *", "const v4lxx_input_list *", "uint32_t"},
	"v4lxx_input_list_unref":                 {"void", "v4lxx_input_list *"},
	"v4lxx_input_status_get_text":            {"const char *", "v4lxx_input_status"},
	"v4lxx_interval_list_at":                 {"v4lxx_status", "const v4lxx_interval_list *", "uint32_t", "v4lxx_interval_range *", "v4lxx_error **"},
	"v4lxx_interval_list_get_count":          {"uint32_t", "const v4lxx_interval_list *"},
	"v4lxx_interval_list_unref":              {"void", "v4lxx_interval_list *"},
	"v4lxx_interval_range_init":              {"void", "v4lxx_interval_range *", "uint32_t"},
	"v4lxx_log_level_get_name":               {"const char *", "v4lxx_log_level"},
	"v4lxx_log_record_get_code":              {"v4lxx_code", "const v4lxx_log_record *"},
	"v4lxx_log_record_get_device":            {"const char *", "const v4lxx_log_record *"},
	"v4lxx_log_record_get_left_out":          {"uint64_t", "const v4lxx_log_record *"},
	"v4lxx_log_record_get_level":             {"v4lxx_log_level", "const v4lxx_log_record *"},
	"v4lxx_log_record_get_message":           {"const char *", "const v4lxx_log_record *"},
	"v4lxx_log_record_get_topic":             {"v4lxx_log_topic", "const v4lxx_log_record *"},
	"v4lxx_mode_init":                        {"void", "v4lxx_mode *", "uint32_t"},
	"v4lxx_mode_list_at":                     {"v4lxx_status", "const v4lxx_mode_list *", "uint32_t", "v4lxx_mode *", "v4lxx_error **"},
	"v4lxx_mode_list_get_count":              {"uint32_t", "const v4lxx_mode_list *"},
	"v4lxx_mode_list_get_reason":             {"const char *", "const v4lxx_mode_list *", "uint32_t"},
	"v4lxx_mode_list_unref":                  {"void", "v4lxx_mode_list *"},
	"v4lxx_negotiation_init":                 {"void", "v4lxx_negotiation *", "uint32_t"},
	"v4lxx_pixel_format_describe":            {"v4lxx_status", "uint32_t", "v4lxx_pixel_format_info *", "v4lxx_error **"},
	"v4lxx_pixel_format_find":                {"uint32_t", "const char *"},
	"v4lxx_pixel_format_get_count":           {"uint32_t"},
	"v4lxx_pixel_format_get_fourcc":          {"uint32_t", "uint32_t"},
	"v4lxx_pixel_format_get_name":            {"const char *", "uint32_t"},
	"v4lxx_pixel_format_info_init":           {"void", "v4lxx_pixel_format_info *", "uint32_t"},
	"v4lxx_settling_add_frame":               {"v4lxx_status", "v4lxx_settling *", "const v4lxx_frame *", "v4lxx_error **"},
	"v4lxx_settling_init":                    {"void", "v4lxx_settling *", "uint32_t"},
	"v4lxx_severity_get_name":                {"const char *", "v4lxx_severity"},
	"v4lxx_signal_init":                      {"void", "v4lxx_signal *", "uint32_t"},
	"v4lxx_size_list_at":                     {"v4lxx_status", "const v4lxx_size_list *", "uint32_t", "v4lxx_size_range *", "v4lxx_error **"},
	"v4lxx_size_list_get_count":              {"uint32_t", "const v4lxx_size_list *"},
	"v4lxx_size_list_unref":                  {"void", "v4lxx_size_list *"},
	"v4lxx_size_range_init":                  {"void", "v4lxx_size_range *", "uint32_t"},
	"v4lxx_standard_find":                    {"uint64_t", "const char *"},
	"v4lxx_standard_get_name":                {"const char *", "uint64_t"},
	"v4lxx_standard_info_init":               {"void", "v4lxx_standard_info *", "uint32_t"},
	"v4lxx_standard_list_at":                 {"v4lxx_status", "const v4lxx_standard_list *", "uint32_t", "v4lxx_standard_info *", "v4lxx_error **"},
	"v4lxx_standard_list_get_count":          {"uint32_t", "const v4lxx_standard_list *"},
	"v4lxx_standard_list_get_name":           {"const char *", "const v4lxx_standard_list *", "uint32_t"},
	"v4lxx_standard_list_unref":              {"void", "v4lxx_standard_list *"},
	"v4lxx_status_get_meaning":               {"const char *", "v4lxx_status"},
	"v4lxx_status_get_name":                  {"const char *", "v4lxx_status"},
	"v4lxx_stream_account_init":              {"void", "v4lxx_stream_account *", "uint32_t"},
	"v4lxx_stream_cancel":                    {"void", "v4lxx_stream *"},
	"v4lxx_stream_check_rate":                {"v4lxx_status", "v4lxx_stream *", "v4lxx_error **"},
	"v4lxx_stream_close":                     {"void", "v4lxx_stream *"},
	"v4lxx_stream_close_within":              {"v4lxx_status", "v4lxx_stream *", "int64_t", "v4lxx_error **"},
	"v4lxx_stream_create":                    {"v4lxx_status", "v4lxx_device *", "const v4lxx_stream_options *", "v4lxx_stream **", "v4lxx_error **"},
	"v4lxx_stream_dequeue":                   {"v4lxx_status", "v4lxx_stream *", "int64_t", "v4lxx_frame **", "v4lxx_error **"},
	"v4lxx_stream_dequeue_many":              {"v4lxx_status", "v4lxx_stream *", "v4lxx_frame **", "uint32_t", "int64_t", "uint32_t *", "v4lxx_error **"},
	"v4lxx_stream_dispatch":                  {"v4lxx_status", "v4lxx_stream *", "int64_t", "v4lxx_error **"},
	"v4lxx_stream_find_frame":                {"v4lxx_status", "v4lxx_stream *", "uint64_t", "v4lxx_held_frame *", "v4lxx_error **"},
	"v4lxx_stream_get_buffer_count":          {"uint32_t", "const v4lxx_stream *"},
	"v4lxx_stream_get_fd":                    {"int32_t", "v4lxx_stream *"},
	"v4lxx_stream_get_steps_down":            {"uint32_t", "const v4lxx_stream *"},
	"v4lxx_stream_get_time_left":             {"int64_t", "v4lxx_stream *", "int64_t"},
	"v4lxx_stream_list_held":                 {"v4lxx_status", "v4lxx_stream *", "v4lxx_held_list **", "v4lxx_error **"},
	"v4lxx_stream_options_init":              {"void", "v4lxx_stream_options *", "uint32_t"},
	"v4lxx_stream_rate_init":                 {"void", "v4lxx_stream_rate *", "uint32_t"},
	"v4lxx_stream_read":                      {"v4lxx_status", "v4lxx_stream *", "void *", "size_t", "v4lxx_read_mode", "int64_t", "size_t *", "v4lxx_error **"},
	"v4lxx_stream_read_account":              {"v4lxx_status", "v4lxx_stream *", "v4lxx_stream_account *", "v4lxx_error **"},
	"v4lxx_stream_read_format":               {"v4lxx_status", "v4lxx_stream *", "v4lxx_format *", "v4lxx_error **"},
	"v4lxx_stream_read_interval":             {"v4lxx_status", "v4lxx_stream *", "v4lxx_fraction *", "v4lxx_error **"},
	"v4lxx_stream_read_rate":                 {"v4lxx_status", "v4lxx_stream *", "v4lxx_stream_rate *", "v4lxx_error **"},
	"v4lxx_stream_read_state":                {"v4lxx_status", "v4lxx_stream *", "v4lxx_stream_state *", "v4lxx_error **"},
	"v4lxx_stream_read_statistics":           {"v4lxx_status", "v4lxx_stream *", "v4lxx_stream_statistics *", "v4lxx_error **"},
	"v4lxx_stream_reconfigure":               {"v4lxx_status", "v4lxx_stream *", "const v4lxx_stream_options *", "v4lxx_error **"},
	"v4lxx_stream_ref":                       {"v4lxx_stream *", "v4lxx_stream *"},
	"v4lxx_stream_set_frame_callback":        {"v4lxx_status", "v4lxx_stream *", "v4lxx_frame_fn", "void *", "v4lxx_destroy_fn", "v4lxx_error **"},
	"v4lxx_stream_start":                     {"v4lxx_status", "v4lxx_stream *", "v4lxx_error **"},
	"v4lxx_stream_state_init":                {"void", "v4lxx_stream_state *", "uint32_t"},
	"v4lxx_stream_statistics_init":           {"void", "v4lxx_stream_statistics *", "uint32_t"},
	"v4lxx_stream_stop":                      {"v4lxx_status", "v4lxx_stream *", "v4lxx_error **"},
	"v4lxx_stream_unref":                     {"void", "v4lxx_stream *"},
	"v4lxx_supports":                         {"v4lxx_bool", "v4lxx_feature"},
	"v4lxx_timings_capabilities_init":        {"void", "v4lxx_timings_capabilities *", "uint32_t"},
	"v4lxx_timings_init":                     {"void", "v4lxx_timings *", "uint32_t"},
	"v4lxx_timings_list_at":                  {"v4lxx_status", "const v4lxx_timings_list *", "uint32_t", "v4lxx_timings *", "v4lxx_error **"},
	"v4lxx_timings_list_get_count":           {"uint32_t", "const v4lxx_timings_list *"},
	"v4lxx_timings_list_get_name":            {"const char *", "const v4lxx_timings_list *", "uint32_t"},
	"v4lxx_timings_list_unref":               {"void", "v4lxx_timings_list *"},
	"v4lxx_version_at_least":                 {"v4lxx_bool", "uint32_t", "uint32_t", "uint32_t"},
	"v4lxx_version_get_number":               {"uint32_t"},
	"v4lxx_version_get_string":               {"const char *"},
	"v4lxx_wish_init":                        {"void", "v4lxx_wish *", "uint32_t"},
}

// What the types of these signatures and of the fields below are made of.
var integers = map[string]string{
	"v4lxx_bool":               "int32_t",
	"v4lxx_capability":         "uint32_t",
	"v4lxx_check":              "uint32_t",
	"v4lxx_clock":              "uint32_t",
	"v4lxx_code":               "uint32_t",
	"v4lxx_colour_family":      "uint32_t",
	"v4lxx_control_flags":      "uint32_t",
	"v4lxx_control_type":       "uint32_t",
	"v4lxx_event_kind":         "uint32_t",
	"v4lxx_examine_flags":      "uint32_t",
	"v4lxx_feature":            "uint32_t",
	"v4lxx_flow":               "uint32_t",
	"v4lxx_format_field":       "uint32_t",
	"v4lxx_format_flags":       "uint32_t",
	"v4lxx_frame_flags":        "uint32_t",
	"v4lxx_group_flags":        "uint32_t",
	"v4lxx_image_type":         "uint32_t",
	"v4lxx_input_capability":   "uint32_t",
	"v4lxx_input_status":       "uint32_t",
	"v4lxx_input_type":         "uint32_t",
	"v4lxx_list_flags":         "uint32_t",
	"v4lxx_listen_flags":       "uint32_t",
	"v4lxx_log_level":          "uint32_t",
	"v4lxx_log_topic":          "uint32_t",
	"v4lxx_match":              "uint32_t",
	"v4lxx_memory":             "uint32_t",
	"v4lxx_mode_flags":         "uint32_t",
	"v4lxx_mode_verdict":       "uint32_t",
	"v4lxx_node_role":          "uint32_t",
	"v4lxx_picture_type":       "uint32_t",
	"v4lxx_rate_verdict":       "uint32_t",
	"v4lxx_read_mode":          "uint32_t",
	"v4lxx_reserve":            "uint32_t",
	"v4lxx_selection_flags":    "uint32_t",
	"v4lxx_selection_target":   "uint32_t",
	"v4lxx_settling_state":     "uint32_t",
	"v4lxx_severity":           "uint32_t",
	"v4lxx_signal_state":       "uint32_t",
	"v4lxx_status":             "int32_t",
	"v4lxx_stream_flags":       "uint32_t",
	"v4lxx_stream_phase":       "uint32_t",
	"v4lxx_timestamp_source":   "uint32_t",
	"v4lxx_timings_capability": "uint32_t",
	"v4lxx_timings_flags":      "uint32_t",
	"v4lxx_timings_standard":   "uint32_t",
	"v4lxx_wish_flags":         "uint32_t",
}

var callbacks = map[string]bool{
	"v4lxx_destroy_fn": true,
	"v4lxx_event_fn":   true,
	"v4lxx_frame_fn":   true,
	"v4lxx_log_fn":     true,
}

var handles = map[string]bool{
	"v4lxx_bytes":         true,
	"v4lxx_context":       true,
	"v4lxx_control":       true,
	"v4lxx_control_list":  true,
	"v4lxx_device":        true,
	"v4lxx_device_info":   true,
	"v4lxx_device_list":   true,
	"v4lxx_error":         true,
	"v4lxx_event":         true,
	"v4lxx_examination":   true,
	"v4lxx_format_list":   true,
	"v4lxx_frame":         true,
	"v4lxx_frame_set":     true,
	"v4lxx_group":         true,
	"v4lxx_held_list":     true,
	"v4lxx_input_list":    true,
	"v4lxx_interval_list": true,
	"v4lxx_log_record":    true,
	"v4lxx_mode_list":     true,
	"v4lxx_size_list":     true,
	"v4lxx_standard_list": true,
	"v4lxx_stream":        true,
	"v4lxx_timings_list":  true,
}

// The fields of every struct, with one value of the Go type and, of versioned ones, what its Make and its init function write.
var layouts = []layout{
	{"v4lxx_context_options", ContextOptions{}, []string{"uint32_t", "uint32_t"}, func() (any, any) {
		var a ContextOptions
		ContextOptionsInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeContextOptions()
	}},
	{"v4lxx_converted_time", ConvertedTime{}, []string{"uint32_t", "v4lxx_clock", "int64_t", "int64_t", "uint32_t", "int32_t"}, func() (any, any) {
		var a ConvertedTime
		ConvertedTimeInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeConvertedTime()
	}},
	{"v4lxx_device_options", DeviceOptions{}, []string{"uint32_t", "uint32_t"}, func() (any, any) {
		var a DeviceOptions
		DeviceOptionsInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeDeviceOptions()
	}},
	{"v4lxx_event_info", EventInfo{}, []string{"uint32_t", "v4lxx_event_kind", "int64_t", "uint64_t", "uint32_t", "v4lxx_code", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint64_t", "uint64_t", "int64_t"}, func() (any, any) {
		var a EventInfo
		EventInfoInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeEventInfo()
	}},
	{"v4lxx_format", Format{}, []string{"uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t[4]", "uint32_t[4]"}, func() (any, any) {
		var a Format
		FormatInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeFormat()
	}},
	{"v4lxx_fraction", Fraction{}, []string{"uint32_t", "uint32_t"}, nil},
	{"v4lxx_frame_info", FrameInfo{}, []string{"uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "int64_t", "v4lxx_clock", "v4lxx_timestamp_source", "uint32_t", "uint32_t", "uint64_t[4]", "uint64_t[4]", "uint32_t[4]", "int64_t", "uint64_t", "v4lxx_picture_type", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "v4lxx_clock", "int32_t", "int32_t", "uint32_t", "uint32_t"}, func() (any, any) {
		var a FrameInfo
		FrameInfoInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeFrameInfo()
	}},
	{"v4lxx_frame_set_info", FrameSetInfo{}, []string{"uint32_t", "uint32_t", "uint64_t", "uint64_t", "int64_t", "v4lxx_bool", "uint32_t"}, func() (any, any) {
		var a FrameSetInfo
		FrameSetInfoInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeFrameSetInfo()
	}},
	{"v4lxx_group_camera", GroupCamera{}, []string{"uint32_t", "uint32_t", "uint64_t", "uint64_t", "uint64_t", "uint64_t", "uint64_t", "uint64_t", "int64_t", "int64_t", "uint32_t", "v4lxx_bool"}, func() (any, any) {
		var a GroupCamera
		GroupCameraInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeGroupCamera()
	}},
	{"v4lxx_group_options", GroupOptions{}, []string{"uint32_t", "v4lxx_match", "int64_t", "int64_t", "uint32_t", "uint32_t"}, func() (any, any) {
		var a GroupOptions
		GroupOptionsInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeGroupOptions()
	}},
	{"v4lxx_group_statistics", GroupStatistics{}, []string{"uint32_t", "uint32_t", "uint64_t", "uint64_t", "int64_t", "v4lxx_match", "uint32_t", "v4lxx_histogram"}, func() (any, any) {
		var a GroupStatistics
		GroupStatisticsInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeGroupStatistics()
	}},
	{"v4lxx_held_frame", HeldFrame{}, []string{"uint32_t", "uint32_t", "uint64_t", "uint64_t", "uint64_t", "int64_t", "int64_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t"}, func() (any, any) {
		var a HeldFrame
		HeldFrameInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeHeldFrame()
	}},
	{"v4lxx_histogram", Histogram{}, []string{"uint64_t", "int64_t", "int64_t", "int64_t", "uint64_t[96]"}, nil},
	{"v4lxx_image_options", ImageOptions{}, []string{"uint32_t", "uint32_t"}, func() (any, any) {
		var a ImageOptions
		ImageOptionsInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeImageOptions()
	}},
	{"v4lxx_input_info", InputInfo{}, []string{"uint32_t", "uint32_t", "v4lxx_input_type", "v4lxx_input_status", "uint32_t", "uint32_t", "uint64_t"}, func() (any, any) {
		var a InputInfo
		InputInfoInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeInputInfo()
	}},
	{"v4lxx_interval_range", IntervalRange{}, []string{"uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t"}, func() (any, any) {
		var a IntervalRange
		IntervalRangeInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeIntervalRange()
	}},
	{"v4lxx_mode", Mode{}, []string{"uint32_t", "uint32_t", "uint32_t", "uint32_t", "v4lxx_fraction", "v4lxx_mode_flags", "v4lxx_mode_verdict", "uint32_t", "uint32_t", "uint32_t", "uint32_t"}, func() (any, any) {
		var a Mode
		ModeInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeMode()
	}},
	{"v4lxx_negotiation", Negotiation{}, []string{"uint32_t", "v4lxx_format_field", "v4lxx_format_field", "uint32_t", "uint32_t", "uint32_t", "v4lxx_fraction", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "v4lxx_fraction", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "v4lxx_fraction"}, func() (any, any) {
		var a Negotiation
		NegotiationInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeNegotiation()
	}},
	{"v4lxx_pixel_format_info", PixelFormatInfo{}, []string{"uint32_t", "uint32_t", "v4lxx_colour_family", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t[4]"}, func() (any, any) {
		var a PixelFormatInfo
		PixelFormatInfoInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakePixelFormatInfo()
	}},
	{"v4lxx_rectangle", Rectangle{}, []string{"int32_t", "int32_t", "uint32_t", "uint32_t"}, nil},
	{"v4lxx_settling", Settling{}, []string{"uint32_t", "v4lxx_settling_state", "int64_t", "int64_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t[3]"}, func() (any, any) {
		var a Settling
		SettlingInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeSettling()
	}},
	{"v4lxx_signal", Signal{}, []string{"uint32_t", "v4lxx_signal_state", "v4lxx_bool", "uint32_t", "v4lxx_input_status", "uint32_t", "uint32_t", "v4lxx_bool", "v4lxx_fraction", "uint64_t"}, func() (any, any) {
		var a Signal
		SignalInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeSignal()
	}},
	{"v4lxx_size_range", SizeRange{}, []string{"uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t"}, func() (any, any) {
		var a SizeRange
		SizeRangeInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeSizeRange()
	}},
	{"v4lxx_standard_info", StandardInfo{}, []string{"uint32_t", "uint32_t", "v4lxx_fraction", "uint64_t"}, func() (any, any) {
		var a StandardInfo
		StandardInfoInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeStandardInfo()
	}},
	{"v4lxx_stream_account", StreamAccount{}, []string{"uint32_t", "uint32_t", "uint64_t", "uint64_t", "uint64_t", "uint64_t", "uint64_t", "uint64_t", "uint64_t", "uint64_t", "uint64_t", "uint64_t", "uint64_t", "uint32_t", "uint32_t", "uint64_t", "uint64_t", "uint32_t", "uint32_t", "uint64_t", "uint64_t", "uint64_t", "uint64_t", "uint64_t", "uint64_t"}, func() (any, any) {
		var a StreamAccount
		StreamAccountInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeStreamAccount()
	}},
	{"v4lxx_stream_options", StreamOptions{}, []string{"uint32_t", "uint32_t", "uint32_t", "uint32_t", "v4lxx_fraction", "v4lxx_memory", "uint32_t", "uint32_t", "uint32_t", "v4lxx_flow", "uint32_t", "uint32_t", "v4lxx_reserve", "uint32_t", "uint32_t", "int64_t"}, func() (any, any) {
		var a StreamOptions
		StreamOptionsInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeStreamOptions()
	}},
	{"v4lxx_stream_rate", StreamRate{}, []string{"uint32_t", "v4lxx_rate_verdict", "v4lxx_fraction", "uint64_t", "int64_t", "uint32_t", "uint32_t"}, func() (any, any) {
		var a StreamRate
		StreamRateInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeStreamRate()
	}},
	{"v4lxx_stream_state", StreamState{}, []string{"uint32_t", "v4lxx_stream_phase", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "v4lxx_bool", "v4lxx_input_status", "uint32_t", "uint32_t", "uint32_t", "int64_t", "int64_t", "int64_t", "int64_t", "int64_t"}, func() (any, any) {
		var a StreamState
		StreamStateInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeStreamState()
	}},
	{"v4lxx_stream_statistics", StreamStatistics{}, []string{"uint32_t", "uint32_t", "uint64_t", "uint64_t", "uint64_t", "uint64_t", "v4lxx_histogram", "v4lxx_histogram"}, func() (any, any) {
		var a StreamStatistics
		StreamStatisticsInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeStreamStatistics()
	}},
	{"v4lxx_timings", Timings{}, []string{"uint32_t", "uint32_t", "uint32_t", "v4lxx_bool", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "v4lxx_fraction", "v4lxx_fraction", "uint64_t"}, func() (any, any) {
		var a Timings
		TimingsInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeTimings()
	}},
	{"v4lxx_timings_capabilities", TimingsCapabilities{}, []string{"uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint32_t", "uint64_t", "uint64_t"}, func() (any, any) {
		var a TimingsCapabilities
		TimingsCapabilitiesInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeTimingsCapabilities()
	}},
	{"v4lxx_wish", Wish{}, []string{"uint32_t", "v4lxx_wish_flags", "uint32_t", "uint32_t", "v4lxx_fraction"}, func() (any, any) {
		var a Wish
		WishInit(&a, uint32(unsafe.Sizeof(a)))
		return a, MakeWish()
	}},
}

// The constants as numbers.
var constants = map[string][2]int64{
	"V4LXX_AGAIN":                           {int64(Again), 1},
	"V4LXX_CAPABILITY_META_CAPTURE":         {int64(CapabilityMetaCapture), 8388608},
	"V4LXX_CAPABILITY_RADIO":                {int64(CapabilityRadio), 262144},
	"V4LXX_CAPABILITY_READWRITE":            {int64(CapabilityReadwrite), 16777216},
	"V4LXX_CAPABILITY_STREAMING":            {int64(CapabilityStreaming), 67108864},
	"V4LXX_CAPABILITY_TOUCH":                {int64(CapabilityTouch), 268435456},
	"V4LXX_CAPABILITY_VBI_CAPTURE":          {int64(CapabilityVBICapture), 16},
	"V4LXX_CAPABILITY_VIDEO_CAPTURE":        {int64(CapabilityVideoCapture), 1},
	"V4LXX_CAPABILITY_VIDEO_CAPTURE_MPLANE": {int64(CapabilityVideoCaptureMplane), 4096},
	"V4LXX_CAPABILITY_VIDEO_M2M":            {int64(CapabilityVideoM2M), 32768},
	"V4LXX_CAPABILITY_VIDEO_M2M_MPLANE":     {int64(CapabilityVideoM2MMplane), 16384},
	"V4LXX_CAPABILITY_VIDEO_OUTPUT":         {int64(CapabilityVideoOutput), 2},
	"V4LXX_CAPABILITY_VIDEO_OUTPUT_MPLANE":  {int64(CapabilityVideoOutputMplane), 8192},
	"V4LXX_CHECK_ACCESS":                    {int64(CheckAccess), 4},
	"V4LXX_CHECK_CAPABILITIES":              {int64(CheckCapabilities), 5},
	"V4LXX_CHECK_CAPTURE":                   {int64(CheckCapture), 11},
	"V4LXX_CHECK_CONTROLS":                  {int64(CheckControls), 10},
	"V4LXX_CHECK_DEVICES":                   {int64(CheckDevices), 1},
	"V4LXX_CHECK_FORMATS":                   {int64(CheckFormats), 7},
	"V4LXX_CHECK_HOLDERS":                   {int64(CheckHolders), 6},
	"V4LXX_CHECK_KERNEL":                    {int64(CheckKernel), 3},
	"V4LXX_CHECK_SIGNAL":                    {int64(CheckSignal), 8},
	"V4LXX_CHECK_SURROUNDINGS":              {int64(CheckSurroundings), 2},
	"V4LXX_CHECK_USB":                       {int64(CheckUSB), 9},
	"V4LXX_CLOCK_BOOTTIME":                  {int64(ClockBoottime), 4},
	"V4LXX_CLOCK_COPY":                      {int64(ClockCopy), 2},
	"V4LXX_CLOCK_MONOTONIC":                 {int64(ClockMonotonic), 1},
	"V4LXX_CLOCK_REALTIME":                  {int64(ClockRealtime), 3},
	"V4LXX_CLOCK_TAI":                       {int64(ClockTAI), 5},
	"V4LXX_CLOCK_UNKNOWN":                   {int64(ClockUnknown), 0},
	"V4LXX_CODE_ALREADY_RUNNING":            {int64(CodeAlreadyRunning), 12},
	"V4LXX_CODE_BAD_DESCRIPTOR":             {int64(CodeBadDescriptor), 112},
	"V4LXX_CODE_BAD_NAME":                   {int64(CodeBadName), 7},
	"V4LXX_CODE_BUFFERS_BUSY":               {int64(CodeBuffersBusy), 210},
	"V4LXX_CODE_BUFFERS_NO_MEMORY":          {int64(CodeBuffersNoMemory), 211},
	"V4LXX_CODE_BUFFERS_STILL_HELD":         {int64(CodeBuffersStillHeld), 225},
	"V4LXX_CODE_BUFFER_TOO_SMALL":           {int64(CodeBufferTooSmall), 19},
	"V4LXX_CODE_CALLBACK_IS_SET":            {int64(CodeCallbackIsSet), 15},
	"V4LXX_CODE_CALLBACK_NOT_SET":           {int64(CodeCallbackNotSet), 16},
	"V4LXX_CODE_CALL_NOT_RETURNED":          {int64(CodeCallNotReturned), 233},
	"V4LXX_CODE_CONTROL_AMBIGUOUS":          {int64(CodeControlAmbiguous), 501},
	"V4LXX_CODE_CONTROL_BAD_TEXT":           {int64(CodeControlBadText), 516},
	"V4LXX_CODE_CONTROL_COMPOUND":           {int64(CodeControlCompound), 510},
	"V4LXX_CODE_CONTROL_DISABLED":           {int64(CodeControlDisabled), 515},
	"V4LXX_CODE_CONTROL_GRABBED":            {int64(CodeControlGrabbed), 507},
	"V4LXX_CODE_CONTROL_IMPOSSIBLE":         {int64(CodeControlImpossible), 514},
	"V4LXX_CODE_CONTROL_INACTIVE":           {int64(CodeControlInactive), 506},
	"V4LXX_CODE_CONTROL_NOT_IN_MENU":        {int64(CodeControlNotInMenu), 504},
	"V4LXX_CODE_CONTROL_NO_ANSWER":          {int64(CodeControlNoAnswer), 512},
	"V4LXX_CODE_CONTROL_OFF_STEP":           {int64(CodeControlOffStep), 503},
	"V4LXX_CODE_CONTROL_OUT_OF_RANGE":       {int64(CodeControlOutOfRange), 502},
	"V4LXX_CODE_CONTROL_READ_ONLY":          {int64(CodeControlReadOnly), 508},
	"V4LXX_CODE_CONTROL_REFUSED":            {int64(CodeControlRefused), 511},
	"V4LXX_CODE_CONTROL_TEXT_LENGTH":        {int64(CodeControlTextLength), 513},
	"V4LXX_CODE_CONTROL_UNKNOWN":            {int64(CodeControlUnknown), 500},
	"V4LXX_CODE_CONTROL_VOLATILE":           {int64(CodeControlVolatile), 517},
	"V4LXX_CODE_CONTROL_WRITE_ONLY":         {int64(CodeControlWriteOnly), 509},
	"V4LXX_CODE_CONTROL_WRONG_TYPE":         {int64(CodeControlWrongType), 505},
	"V4LXX_CODE_DESCRIPTOR_CLOSED":          {int64(CodeDescriptorClosed), 241},
	"V4LXX_CODE_DEVICE_GONE":                {int64(CodeDeviceGone), 240},
	"V4LXX_CODE_ENDLESS_LIST":               {int64(CodeEndlessList), 305},
	"V4LXX_CODE_ERRNO_IMPOSSIBLE":           {int64(CodeErrnoImpossible), 306},
	"V4LXX_CODE_FORMAT_BUSY":                {int64(CodeFormatBusy), 204},
	"V4LXX_CODE_FORMAT_REFUSED":             {int64(CodeFormatRefused), 203},
	"V4LXX_CODE_IMAGE_DATA_DAMAGED":         {int64(CodeImageDataDamaged), 403},
	"V4LXX_CODE_IMAGE_ENCODER_FAILED":       {int64(CodeImageEncoderFailed), 405},
	"V4LXX_CODE_IMAGE_FORMAT_UNSUPPORTED":   {int64(CodeImageFormatUnsupported), 401},
	"V4LXX_CODE_IMAGE_TOO_SHORT":            {int64(CodeImageTooShort), 404},
	"V4LXX_CODE_IMAGE_TYPE_NOT_BUILT":       {int64(CodeImageTypeNotBuilt), 402},
	"V4LXX_CODE_INDEX_IMPOSSIBLE":           {int64(CodeIndexImpossible), 303},
	"V4LXX_CODE_INPUT_BUSY":                 {int64(CodeInputBusy), 531},
	"V4LXX_CODE_INPUT_NOT_FOUND":            {int64(CodeInputNotFound), 530},
	"V4LXX_CODE_INSIDE_CALLBACK":            {int64(CodeInsideCallback), 17},
	"V4LXX_CODE_INTERNAL":                   {int64(CodeInternal), 903},
	"V4LXX_CODE_INTERVAL_REFUSED":           {int64(CodeIntervalRefused), 206},
	"V4LXX_CODE_IS_DIRECTORY":               {int64(CodeIsDirectory), 103},
	"V4LXX_CODE_IS_NOT_A_CHARACTER_DEVICE":  {int64(CodeIsNotACharacterDevice), 105},
	"V4LXX_CODE_IS_NOT_V4L2":                {int64(CodeIsNotV4l2), 106},
	"V4LXX_CODE_IS_REGULAR_FILE":            {int64(CodeIsRegularFile), 104},
	"V4LXX_CODE_LOOP_BUSY":                  {int64(CodeLoopBusy), 21},
	"V4LXX_CODE_MAP_FAILED":                 {int64(CodeMapFailed), 213},
	"V4LXX_CODE_MODE_NOT_GRANTED":           {int64(CodeModeNotGranted), 253},
	"V4LXX_CODE_MODE_NOT_OFFERED":           {int64(CodeModeNotOffered), 251},
	"V4LXX_CODE_NAME_AMBIGUOUS":             {int64(CodeNameAmbiguous), 115},
	"V4LXX_CODE_NODE_CHANGED":               {int64(CodeNodeChanged), 114},
	"V4LXX_CODE_NOT_A_CAPTURE_DEVICE":       {int64(CodeNotACaptureDevice), 201},
	"V4LXX_CODE_NOT_LISTENING":              {int64(CodeNotListening), 22},
	"V4LXX_CODE_NOT_RUNNING":                {int64(CodeNotRunning), 13},
	"V4LXX_CODE_NO_ANSWER":                  {int64(CodeNoAnswer), 226},
	"V4LXX_CODE_NO_DEVICES":                 {int64(CodeNoDevices), 560},
	"V4LXX_CODE_NO_DEVICE_MATCHES":          {int64(CodeNoDeviceMatches), 116},
	"V4LXX_CODE_NO_FORMATS":                 {int64(CodeNoFormats), 564},
	"V4LXX_CODE_NO_FRAMES":                  {int64(CodeNoFrames), 561},
	"V4LXX_CODE_NO_SELECTION":               {int64(CodeNoSelection), 543},
	"V4LXX_CODE_NO_SIGNAL":                  {int64(CodeNoSignal), 540},
	"V4LXX_CODE_NO_STANDARDS":               {int64(CodeNoStandards), 532},
	"V4LXX_CODE_NO_STREAMING":               {int64(CodeNoStreaming), 202},
	"V4LXX_CODE_NO_SUCH_NODE":               {int64(CodeNoSuchNode), 101},
	"V4LXX_CODE_NO_TIMINGS":                 {int64(CodeNoTimings), 536},
	"V4LXX_CODE_NO_WANTED_FORMAT":           {int64(CodeNoWantedFormat), 250},
	"V4LXX_CODE_NULL_ARGUMENT":              {int64(CodeNullArgument), 1},
	"V4LXX_CODE_OBJECT_CLOSED":              {int64(CodeObjectClosed), 10},
	"V4LXX_CODE_OPEN_BUSY":                  {int64(CodeOpenBusy), 107},
	"V4LXX_CODE_OPEN_DENIED":                {int64(CodeOpenDenied), 102},
	"V4LXX_CODE_OPEN_FAILED":                {int64(CodeOpenFailed), 108},
	"V4LXX_CODE_OPEN_FORBIDDEN":             {int64(CodeOpenForbidden), 117},
	"V4LXX_CODE_OTHER_DEVICE_THERE":         {int64(CodeOtherDeviceThere), 118},
	"V4LXX_CODE_OUT_OF_MEMORY":              {int64(CodeOutOfMemory), 901},
	"V4LXX_CODE_OWN_STREAM_BUSY":            {int64(CodeOwnStreamBusy), 224},
	"V4LXX_CODE_PIPELINE_MISMATCH":          {int64(CodePipelineMismatch), 222},
	"V4LXX_CODE_PIPELINE_NOT_LINKED":        {int64(CodePipelineNotLinked), 223},
	"V4LXX_CODE_PLANES_IMPOSSIBLE":          {int64(CodePlanesImpossible), 304},
	"V4LXX_CODE_PRIVACY_ON":                 {int64(CodePrivacyOn), 563},
	"V4LXX_CODE_QUEUE_REFUSED":              {int64(CodeQueueRefused), 214},
	"V4LXX_CODE_RATE_NOT_REACHED":           {int64(CodeRateNotReached), 254},
	"V4LXX_CODE_REQUEST_BUSY":               {int64(CodeRequestBusy), 228},
	"V4LXX_CODE_REQUEST_DENIED":             {int64(CodeRequestDenied), 229},
	"V4LXX_CODE_REQUEST_REFUSED":            {int64(CodeRequestRefused), 207},
	"V4LXX_CODE_REQUEST_UNSUPPORTED":        {int64(CodeRequestUnsupported), 205},
	"V4LXX_CODE_RESERVED_NOT_ZERO":          {int64(CodeReservedNotZero), 5},
	"V4LXX_CODE_SELECTION_BUSY":             {int64(CodeSelectionBusy), 545},
	"V4LXX_CODE_SELECTION_REFUSED":          {int64(CodeSelectionRefused), 544},
	"V4LXX_CODE_SIGNAL_NOT_LOCKED":          {int64(CodeSignalNotLocked), 541},
	"V4LXX_CODE_SIGNAL_OUT_OF_RANGE":        {int64(CodeSignalOutOfRange), 542},
	"V4LXX_CODE_SIM_BAD_PARAMETER":          {int64(CodeSimBadParameter), 109},
	"V4LXX_CODE_SIM_BAD_SCRIPT":             {int64(CodeSimBadScript), 110},
	"V4LXX_CODE_SIM_NOT_BUILT":              {int64(CodeSimNotBuilt), 111},
	"V4LXX_CODE_SIZEIMAGE_TOO_SMALL":        {int64(CodeSizeimageTooSmall), 301},
	"V4LXX_CODE_STAMPS_NOT_COMPARABLE":      {int64(CodeStampsNotComparable), 232},
	"V4LXX_CODE_STAMP_CLOCK_UNKNOWN":        {int64(CodeStampClockUnknown), 230},
	"V4LXX_CODE_STANDARD_BUSY":              {int64(CodeStandardBusy), 535},
	"V4LXX_CODE_STANDARD_REFUSED":           {int64(CodeStandardRefused), 534},
	"V4LXX_CODE_STANDARD_UNKNOWN":           {int64(CodeStandardUnknown), 533},
	"V4LXX_CODE_START_BUSY":                 {int64(CodeStartBusy), 221},
	"V4LXX_CODE_START_FAILED":               {int64(CodeStartFailed), 220},
	"V4LXX_CODE_STOPPED_MEANWHILE":          {int64(CodeStoppedMeanwhile), 14},
	"V4LXX_CODE_STREAM_BROKEN":              {int64(CodeStreamBroken), 215},
	"V4LXX_CODE_STREAM_EXISTS":              {int64(CodeStreamExists), 18},
	"V4LXX_CODE_STREAM_IN_LOOP":             {int64(CodeStreamInLoop), 20},
	"V4LXX_CODE_STREAM_STALLED":             {int64(CodeStreamStalled), 235},
	"V4LXX_CODE_STRUCT_TAIL_UNKNOWN":        {int64(CodeStructTailUnknown), 3},
	"V4LXX_CODE_STRUCT_TOO_LARGE":           {int64(CodeStructTooLarge), 8},
	"V4LXX_CODE_STRUCT_TOO_SMALL":           {int64(CodeStructTooSmall), 2},
	"V4LXX_CODE_SYSTEM_CALL_FAILED":         {int64(CodeSystemCallFailed), 902},
	"V4LXX_CODE_TIMINGS_BUSY":               {int64(CodeTimingsBusy), 539},
	"V4LXX_CODE_TIMINGS_NOT_OFFERED":        {int64(CodeTimingsNotOffered), 537},
	"V4LXX_CODE_TIMINGS_REFUSED":            {int64(CodeTimingsRefused), 538},
	"V4LXX_CODE_TOO_FEW_BUFFERS":            {int64(CodeTooFewBuffers), 212},
	"V4LXX_CODE_TOO_MANY_FILES":             {int64(CodeTooManyFiles), 113},
	"V4LXX_CODE_UNKNOWN_PIXEL_FORMAT":       {int64(CodeUnknownPixelFormat), 208},
	"V4LXX_CODE_UNKNOWN_VALUE":              {int64(CodeUnknownValue), 4},
	"V4LXX_CODE_USB_BANDWIDTH":              {int64(CodeUSBBandwidth), 231},
	"V4LXX_CODE_USB_LINK_SLOW":              {int64(CodeUSBLinkSlow), 562},
	"V4LXX_CODE_USB_RESET_FAILED":           {int64(CodeUSBResetFailed), 236},
	"V4LXX_CODE_USB_TRANSFER_FAILED":        {int64(CodeUSBTransferFailed), 227},
	"V4LXX_CODE_VALUE_IMPOSSIBLE":           {int64(CodeValueImpossible), 302},
	"V4LXX_CODE_VALUE_OUT_OF_RANGE":         {int64(CodeValueOutOfRange), 6},
	"V4LXX_CODE_WAIT_CANCELLED":             {int64(CodeWaitCancelled), 11},
	"V4LXX_CODE_WRONG_PROCESS":              {int64(CodeWrongProcess), 23},
	"V4LXX_COLOUR_BAYER":                    {int64(ColourBayer), 4},
	"V4LXX_COLOUR_COMPRESSED":               {int64(ColourCompressed), 6},
	"V4LXX_COLOUR_GREY":                     {int64(ColourGrey), 3},
	"V4LXX_COLOUR_HSV":                      {int64(ColourHsv), 5},
	"V4LXX_COLOUR_METADATA":                 {int64(ColourMetadata), 9},
	"V4LXX_COLOUR_RGB":                      {int64(ColourRGB), 1},
	"V4LXX_COLOUR_SDR":                      {int64(ColourSDR), 7},
	"V4LXX_COLOUR_TOUCH":                    {int64(ColourTouch), 8},
	"V4LXX_COLOUR_UNKNOWN":                  {int64(ColourUnknown), 0},
	"V4LXX_COLOUR_YUV":                      {int64(ColourYUV), 2},
	"V4LXX_CONTROL_DISABLED":                {int64(ControlDisabled), 1},
	"V4LXX_CONTROL_DYNAMIC_ARRAY":           {int64(ControlDynamicArray), 2048},
	"V4LXX_CONTROL_EXECUTE_ON_WRITE":        {int64(ControlExecuteOnWrite), 512},
	"V4LXX_CONTROL_GRABBED":                 {int64(ControlGrabbed), 2},
	"V4LXX_CONTROL_HAS_PAYLOAD":             {int64(ControlHasPayload), 256},
	"V4LXX_CONTROL_INACTIVE":                {int64(ControlInactive), 16},
	"V4LXX_CONTROL_MODIFY_LAYOUT":           {int64(ControlModifyLayout), 1024},
	"V4LXX_CONTROL_READ_ONLY":               {int64(ControlReadOnly), 4},
	"V4LXX_CONTROL_SLIDER":                  {int64(ControlSlider), 32},
	"V4LXX_CONTROL_TYPE_AREA":               {int64(ControlTypeArea), 262},
	"V4LXX_CONTROL_TYPE_BITMASK":            {int64(ControlTypeBitmask), 8},
	"V4LXX_CONTROL_TYPE_BOOLEAN":            {int64(ControlTypeBoolean), 2},
	"V4LXX_CONTROL_TYPE_BUTTON":             {int64(ControlTypeButton), 4},
	"V4LXX_CONTROL_TYPE_CLASS":              {int64(ControlTypeClass), 6},
	"V4LXX_CONTROL_TYPE_INTEGER":            {int64(ControlTypeInteger), 1},
	"V4LXX_CONTROL_TYPE_INTEGER64":          {int64(ControlTypeInteger64), 5},
	"V4LXX_CONTROL_TYPE_INTEGER_MENU":       {int64(ControlTypeIntegerMenu), 9},
	"V4LXX_CONTROL_TYPE_MENU":               {int64(ControlTypeMenu), 3},
	"V4LXX_CONTROL_TYPE_STRING":             {int64(ControlTypeString), 7},
	"V4LXX_CONTROL_TYPE_U16":                {int64(ControlTypeU16), 257},
	"V4LXX_CONTROL_TYPE_U32":                {int64(ControlTypeU32), 258},
	"V4LXX_CONTROL_TYPE_U8":                 {int64(ControlTypeU8), 256},
	"V4LXX_CONTROL_UPDATE":                  {int64(ControlUpdate), 8},
	"V4LXX_CONTROL_VOLATILE":                {int64(ControlVolatile), 128},
	"V4LXX_CONTROL_WRITE_ONLY":              {int64(ControlWriteOnly), 64},
	"V4LXX_END":                             {int64(End), 2},
	"V4LXX_ERROR_ABI":                       {int64(ErrorABI), -6},
	"V4LXX_ERROR_ARGUMENT":                  {int64(ErrorArgument), -1},
	"V4LXX_ERROR_BUSY":                      {int64(ErrorBusy), -9},
	"V4LXX_ERROR_CANCELLED":                 {int64(ErrorCancelled), -8},
	"V4LXX_ERROR_CLOSED":                    {int64(ErrorClosed), -7},
	"V4LXX_ERROR_DATA":                      {int64(ErrorData), -14},
	"V4LXX_ERROR_DENIED":                    {int64(ErrorDenied), -10},
	"V4LXX_ERROR_DEVICE_LOST":               {int64(ErrorDeviceLost), -4},
	"V4LXX_ERROR_DRIVER_BUG":                {int64(ErrorDriverBug), -13},
	"V4LXX_ERROR_NOT_FOUND":                 {int64(ErrorNotFound), -11},
	"V4LXX_ERROR_NO_MEMORY":                 {int64(ErrorNoMemory), -2},
	"V4LXX_ERROR_STATE":                     {int64(ErrorState), -5},
	"V4LXX_ERROR_SYSTEM":                    {int64(ErrorSystem), -3},
	"V4LXX_ERROR_UNSUPPORTED":               {int64(ErrorUnsupported), -12},
	"V4LXX_EVENT_DEVICE_ADDED":              {int64(EventDeviceAdded), 1},
	"V4LXX_EVENT_DEVICE_BACK":               {int64(EventDeviceBack), 8},
	"V4LXX_EVENT_DEVICE_CHANGED":            {int64(EventDeviceChanged), 3},
	"V4LXX_EVENT_DEVICE_LOST":               {int64(EventDeviceLost), 7},
	"V4LXX_EVENT_DEVICE_REMOVED":            {int64(EventDeviceRemoved), 2},
	"V4LXX_EVENT_ENDED":                     {int64(EventEnded), 5},
	"V4LXX_EVENT_LEFT_LOOP":                 {int64(EventLeftLoop), 10},
	"V4LXX_EVENT_OTHER_REFUSED":             {int64(EventOtherRefused), 9},
	"V4LXX_EVENT_SLOW_PROGRAM":              {int64(EventSlowProgram), 6},
	"V4LXX_EVENT_SOURCE_CHANGED":            {int64(EventSourceChanged), 4},
	"V4LXX_EVENT_STALLED":                   {int64(EventStalled), 11},
	"V4LXX_EXAMINE_NO_CAPTURE":              {int64(ExamineNoCapture), 1},
	"V4LXX_EXAMINE_SIMULATED":               {int64(ExamineSimulated), 2},
	"V4LXX_FEATURE_JPEG":                    {int64(FeatureJPEG), 3},
	"V4LXX_FEATURE_NONE":                    {int64(FeatureNone), 0},
	"V4LXX_FEATURE_PNG":                     {int64(FeaturePNG), 2},
	"V4LXX_FEATURE_SIM":                     {int64(FeatureSim), 1},
	"V4LXX_FLOW_BLOCK":                      {int64(FlowBlock), 0},
	"V4LXX_FLOW_DROP_NEWEST":                {int64(FlowDropNewest), 3},
	"V4LXX_FLOW_DROP_OLDEST":                {int64(FlowDropOldest), 2},
	"V4LXX_FLOW_LATEST":                     {int64(FlowLatest), 1},
	"V4LXX_FORMAT_COMPRESSED":               {int64(FormatCompressed), 1},
	"V4LXX_FORMAT_EMULATED":                 {int64(FormatEmulated), 2},
	"V4LXX_FORMAT_FIELD_COLORSPACE":         {int64(FormatFieldColorspace), 16},
	"V4LXX_FORMAT_FIELD_FIELD":              {int64(FormatFieldField), 8},
	"V4LXX_FORMAT_FIELD_FLAGS":              {int64(FormatFieldFlags), 1024},
	"V4LXX_FORMAT_FIELD_FOURCC":             {int64(FormatFieldFourcc), 1},
	"V4LXX_FORMAT_FIELD_HEIGHT":             {int64(FormatFieldHeight), 4},
	"V4LXX_FORMAT_FIELD_MEMORY_PLANES":      {int64(FormatFieldMemoryPlanes), 2048},
	"V4LXX_FORMAT_FIELD_QUANTIZATION":       {int64(FormatFieldQuantization), 64},
	"V4LXX_FORMAT_FIELD_RATE":               {int64(FormatFieldRate), 512},
	"V4LXX_FORMAT_FIELD_SIZE_BYTES":         {int64(FormatFieldSizeBytes), 4096},
	"V4LXX_FORMAT_FIELD_STRIDE":             {int64(FormatFieldStride), 256},
	"V4LXX_FORMAT_FIELD_TRANSFER_FUNCTION":  {int64(FormatFieldTransferFunction), 128},
	"V4LXX_FORMAT_FIELD_WIDTH":              {int64(FormatFieldWidth), 2},
	"V4LXX_FORMAT_FIELD_YCBCR_ENCODING":     {int64(FormatFieldYcbcrEncoding), 32},
	"V4LXX_FRAME_CANCELLED":                 {int64(FrameCancelled), 16},
	"V4LXX_FRAME_COPIED":                    {int64(FrameCopied), 32},
	"V4LXX_FRAME_CORRUPT":                   {int64(FrameCorrupt), 1},
	"V4LXX_FRAME_KEY":                       {int64(FrameKey), 4},
	"V4LXX_FRAME_LAST":                      {int64(FrameLast), 8},
	"V4LXX_FRAME_SHORT":                     {int64(FrameShort), 2},
	"V4LXX_FRAME_STAMP_BACKWARD":            {int64(FrameStampBackward), 256},
	"V4LXX_FRAME_STAMP_FUTURE":              {int64(FrameStampFuture), 512},
	"V4LXX_FRAME_STAMP_REPEATED":            {int64(FrameStampRepeated), 128},
	"V4LXX_FRAME_STAMP_UNSET":               {int64(FrameStampUnset), 64},
	"V4LXX_GROUP_INCOMPLETE":                {int64(GroupIncomplete), 1},
	"V4LXX_IMAGE_JPEG":                      {int64(ImageJPEG), 2},
	"V4LXX_IMAGE_PNG":                       {int64(ImagePNG), 1},
	"V4LXX_INPUT_CAMERA":                    {int64(InputCamera), 2},
	"V4LXX_INPUT_COLOUR_KILL":               {int64(InputColourKill), 512},
	"V4LXX_INPUT_HAS_NATIVE_SIZE":           {int64(InputHasNativeSize), 8},
	"V4LXX_INPUT_HAS_STANDARDS":             {int64(InputHasStandards), 4},
	"V4LXX_INPUT_HAS_TIMINGS":               {int64(InputHasTimings), 2},
	"V4LXX_INPUT_HFLIP":                     {int64(InputHflip), 16},
	"V4LXX_INPUT_MACROVISION":               {int64(InputMacrovision), 16777216},
	"V4LXX_INPUT_NO_ACCESS":                 {int64(InputNoAccess), 33554432},
	"V4LXX_INPUT_NO_CARRIER":                {int64(InputNoCarrier), 262144},
	"V4LXX_INPUT_NO_COLOUR":                 {int64(InputNoColour), 4},
	"V4LXX_INPUT_NO_EQU":                    {int64(InputNoEqu), 131072},
	"V4LXX_INPUT_NO_H_LOCK":                 {int64(InputNoHLock), 256},
	"V4LXX_INPUT_NO_POWER":                  {int64(InputNoPower), 1},
	"V4LXX_INPUT_NO_SIGNAL":                 {int64(InputNoSignal), 2},
	"V4LXX_INPUT_NO_STD_LOCK":               {int64(InputNoStdLock), 2048},
	"V4LXX_INPUT_NO_SYNC":                   {int64(InputNoSync), 65536},
	"V4LXX_INPUT_NO_V_LOCK":                 {int64(InputNoVLock), 1024},
	"V4LXX_INPUT_TOUCH":                     {int64(InputTouch), 3},
	"V4LXX_INPUT_TUNER":                     {int64(InputTuner), 1},
	"V4LXX_INPUT_VFLIP":                     {int64(InputVflip), 32},
	"V4LXX_INPUT_VTR":                       {int64(InputVtr), 67108864},
	"V4LXX_LISTEN_DEVICES":                  {int64(ListenDevices), 1},
	"V4LXX_LISTEN_SIMULATED":                {int64(ListenSimulated), 4},
	"V4LXX_LISTEN_STREAMS":                  {int64(ListenStreams), 2},
	"V4LXX_LIST_ALL":                        {int64(ListAll), 2},
	"V4LXX_LIST_SIMULATED":                  {int64(ListSimulated), 1},
	"V4LXX_LOG_DEBUG":                       {int64(LogDebug), 4},
	"V4LXX_LOG_DEVICE_BACK":                 {int64(LogDeviceBack), 12},
	"V4LXX_LOG_DEVICE_CLOSED":               {int64(LogDeviceClosed), 2},
	"V4LXX_LOG_DEVICE_LOST":                 {int64(LogDeviceLost), 3},
	"V4LXX_LOG_DEVICE_OPENED":               {int64(LogDeviceOpened), 1},
	"V4LXX_LOG_DRIVER_ANSWER":               {int64(LogDriverAnswer), 10},
	"V4LXX_LOG_ERROR":                       {int64(LogError), 1},
	"V4LXX_LOG_FORMAT_SET":                  {int64(LogFormatSet), 4},
	"V4LXX_LOG_FRAMES_LOST":                 {int64(LogFramesLost), 8},
	"V4LXX_LOG_FRAME_DAMAGED":               {int64(LogFrameDamaged), 9},
	"V4LXX_LOG_INFO":                        {int64(LogInfo), 3},
	"V4LXX_LOG_INTERVAL_SET":                {int64(LogIntervalSet), 5},
	"V4LXX_LOG_NONE":                        {int64(LogNone), 0},
	"V4LXX_LOG_OPERATION_FAILED":            {int64(LogOperationFailed), 11},
	"V4LXX_LOG_STREAM_STARTED":              {int64(LogStreamStarted), 6},
	"V4LXX_LOG_STREAM_STOPPED":              {int64(LogStreamStopped), 7},
	"V4LXX_LOG_USB_RESET":                   {int64(LogUSBReset), 13},
	"V4LXX_LOG_WARNING":                     {int64(LogWarning), 2},
	"V4LXX_MATCH_SEQUENCES":                 {int64(MatchSequences), 1},
	"V4LXX_MATCH_STAMPS":                    {int64(MatchStamps), 0},
	"V4LXX_MATCH_STAMPS_OR_SEQUENCES":       {int64(MatchStampsOrSequences), 2},
	"V4LXX_MEMORY_AUTO":                     {int64(MemoryAuto), 0},
	"V4LXX_MEMORY_MMAP":                     {int64(MemoryMMAP), 1},
	"V4LXX_MODE_BEST":                       {int64(ModeBest), 1},
	"V4LXX_MODE_FORMAT_NOT_WANTED":          {int64(ModeFormatNotWanted), 3},
	"V4LXX_MODE_NO_PICTURE":                 {int64(ModeNoPicture), 4},
	"V4LXX_MODE_OUTSCORED":                  {int64(ModeOutscored), 2},
	"V4LXX_MODE_RATE_DIFFERS":               {int64(ModeRateDiffers), 6},
	"V4LXX_MODE_SIZE_DIFFERS":               {int64(ModeSizeDiffers), 5},
	"V4LXX_MODE_SIZE_NOT_LISTED":            {int64(ModeSizeNotListed), 1},
	"V4LXX_NODE_ROLE_CAPTURE":               {int64(NodeRoleCapture), 1},
	"V4LXX_NODE_ROLE_M2M":                   {int64(NodeRoleM2M), 3},
	"V4LXX_NODE_ROLE_METADATA_CAPTURE":      {int64(NodeRoleMetadataCapture), 4},
	"V4LXX_NODE_ROLE_METADATA_OUTPUT":       {int64(NodeRoleMetadataOutput), 5},
	"V4LXX_NODE_ROLE_OUTPUT":                {int64(NodeRoleOutput), 2},
	"V4LXX_NODE_ROLE_RADIO_RECEIVER":        {int64(NodeRoleRadioReceiver), 8},
	"V4LXX_NODE_ROLE_RADIO_TRANSMITTER":     {int64(NodeRoleRadioTransmitter), 9},
	"V4LXX_NODE_ROLE_SDR_RECEIVER":          {int64(NodeRoleSDRReceiver), 10},
	"V4LXX_NODE_ROLE_SDR_TRANSMITTER":       {int64(NodeRoleSDRTransmitter), 11},
	"V4LXX_NODE_ROLE_SUBDEVICE":             {int64(NodeRoleSubdevice), 13},
	"V4LXX_NODE_ROLE_TOUCH":                 {int64(NodeRoleTouch), 12},
	"V4LXX_NODE_ROLE_UNKNOWN":               {int64(NodeRoleUnknown), 0},
	"V4LXX_NODE_ROLE_VBI_CAPTURE":           {int64(NodeRoleVBICapture), 6},
	"V4LXX_NODE_ROLE_VBI_OUTPUT":            {int64(NodeRoleVBIOutput), 7},
	"V4LXX_OK":                              {int64(OK), 0},
	"V4LXX_PICTURE_BIDIRECTIONAL":           {int64(PictureBidirectional), 3},
	"V4LXX_PICTURE_KEY":                     {int64(PictureKey), 1},
	"V4LXX_PICTURE_NOT_KEY":                 {int64(PictureNotKey), 4},
	"V4LXX_PICTURE_PREDICTED":               {int64(PicturePredicted), 2},
	"V4LXX_PICTURE_UNKNOWN":                 {int64(PictureUnknown), 0},
	"V4LXX_RATE_AS_TOLD":                    {int64(RateAsTold), 1},
	"V4LXX_RATE_FRAMES_LOST":                {int64(RateFramesLost), 3},
	"V4LXX_RATE_SLOWER":                     {int64(RateSlower), 2},
	"V4LXX_RATE_UNKNOWN":                    {int64(RateUnknown), 0},
	"V4LXX_READ_BYTES":                      {int64(ReadBytes), 1},
	"V4LXX_READ_FRAME":                      {int64(ReadFrame), 0},
	"V4LXX_RESERVE_COPY":                    {int64(ReserveCopy), 0},
	"V4LXX_RESERVE_DROP":                    {int64(ReserveDrop), 1},
	"V4LXX_RESERVE_GROW":                    {int64(ReserveGrow), 2},
	"V4LXX_SELECTION_AT_LEAST":              {int64(SelectionAtLeast), 1},
	"V4LXX_SELECTION_AT_MOST":               {int64(SelectionAtMost), 2},
	"V4LXX_SELECTION_COMPOSE":               {int64(SelectionCompose), 256},
	"V4LXX_SELECTION_COMPOSE_BOUNDS":        {int64(SelectionComposeBounds), 258},
	"V4LXX_SELECTION_COMPOSE_DEFAULT":       {int64(SelectionComposeDefault), 257},
	"V4LXX_SELECTION_COMPOSE_PADDED":        {int64(SelectionComposePadded), 259},
	"V4LXX_SELECTION_CROP":                  {int64(SelectionCrop), 0},
	"V4LXX_SELECTION_CROP_BOUNDS":           {int64(SelectionCropBounds), 2},
	"V4LXX_SELECTION_CROP_DEFAULT":          {int64(SelectionCropDefault), 1},
	"V4LXX_SELECTION_NATIVE_SIZE":           {int64(SelectionNativeSize), 3},
	"V4LXX_SETTLING_GAVE_UP":                {int64(SettlingGaveUp), 2},
	"V4LXX_SETTLING_MOVING":                 {int64(SettlingMoving), 0},
	"V4LXX_SETTLING_SETTLED":                {int64(SettlingSettled), 1},
	"V4LXX_SEVERITY_NOTE":                   {int64(SeverityNote), 1},
	"V4LXX_SEVERITY_OK":                     {int64(SeverityOK), 0},
	"V4LXX_SEVERITY_PROBLEM":                {int64(SeverityProblem), 3},
	"V4LXX_SEVERITY_WARNING":                {int64(SeverityWarning), 2},
	"V4LXX_SIGNAL_NONE":                     {int64(SignalNone), 2},
	"V4LXX_SIGNAL_NO_POWER":                 {int64(SignalNoPower), 5},
	"V4LXX_SIGNAL_OUT_OF_RANGE":             {int64(SignalOutOfRange), 4},
	"V4LXX_SIGNAL_PRESENT":                  {int64(SignalPresent), 1},
	"V4LXX_SIGNAL_UNKNOWN":                  {int64(SignalUnknown), 0},
	"V4LXX_SIGNAL_UNLOCKED":                 {int64(SignalUnlocked), 3},
	"V4LXX_STREAM_AWAY":                     {int64(StreamAway), 3},
	"V4LXX_STREAM_CLOSED":                   {int64(StreamClosed), 5},
	"V4LXX_STREAM_DELIVER_CORRUPT":          {int64(StreamDeliverCorrupt), 1},
	"V4LXX_STREAM_ENDED":                    {int64(StreamEnded), 2},
	"V4LXX_STREAM_GUARD":                    {int64(StreamGuard), 8},
	"V4LXX_STREAM_LARGE_PAGES":              {int64(StreamLargePages), 16},
	"V4LXX_STREAM_LOST":                     {int64(StreamLost), 4},
	"V4LXX_STREAM_RECONNECT":                {int64(StreamReconnect), 4},
	"V4LXX_STREAM_STEP_DOWN":                {int64(StreamStepDown), 2},
	"V4LXX_STREAM_STOPPED":                  {int64(StreamStopped), 0},
	"V4LXX_STREAM_STREAMING":                {int64(StreamStreaming), 1},
	"V4LXX_STREAM_USB_RESET":                {int64(StreamUSBReset), 32},
	"V4LXX_TIMED_OUT":                       {int64(TimedOut), 3},
	"V4LXX_TIMESTAMP_END_OF_FRAME":          {int64(TimestampEndOfFrame), 0},
	"V4LXX_TIMESTAMP_START_OF_EXPOSURE":     {int64(TimestampStartOfExposure), 1},
	"V4LXX_TIMINGS_CAN_CUSTOM":              {int64(TimingsCanCustom), 8},
	"V4LXX_TIMINGS_CAN_DETECT_REDUCED_FPS":  {int64(TimingsCanDetectReducedFps), 512},
	"V4LXX_TIMINGS_CAN_INTERLACED":          {int64(TimingsCanInterlaced), 1},
	"V4LXX_TIMINGS_CAN_PROGRESSIVE":         {int64(TimingsCanProgressive), 2},
	"V4LXX_TIMINGS_CAN_REDUCED_BLANKING":    {int64(TimingsCanReducedBlanking), 4},
	"V4LXX_TIMINGS_CAN_REDUCE_FPS":          {int64(TimingsCanReduceFps), 2},
	"V4LXX_TIMINGS_CEA861":                  {int64(TimingsCEA861), 1},
	"V4LXX_TIMINGS_CVT":                     {int64(TimingsCVT), 4},
	"V4LXX_TIMINGS_DMT":                     {int64(TimingsDMT), 2},
	"V4LXX_TIMINGS_FIRST_FIELD_EXTRA_LINE":  {int64(TimingsFirstFieldExtraLine), 32},
	"V4LXX_TIMINGS_GTF":                     {int64(TimingsGTF), 8},
	"V4LXX_TIMINGS_HALF_LINE":               {int64(TimingsHalfLine), 8},
	"V4LXX_TIMINGS_HAS_CEA861_VIC":          {int64(TimingsHasCEA861Vic), 128},
	"V4LXX_TIMINGS_HAS_HDMI_VIC":            {int64(TimingsHasHDMIVic), 256},
	"V4LXX_TIMINGS_HAS_PICTURE_ASPECT":      {int64(TimingsHasPictureAspect), 64},
	"V4LXX_TIMINGS_IS_CE_VIDEO":             {int64(TimingsIsCeVideo), 16},
	"V4LXX_TIMINGS_REDUCED_BLANKING":        {int64(TimingsReducedBlanking), 1},
	"V4LXX_TIMINGS_REDUCED_FPS":             {int64(TimingsReducedFps), 4},
	"V4LXX_TIMINGS_SDI":                     {int64(TimingsSDI), 16},
	"V4LXX_WISH_DECODE":                     {int64(WishDecode), 2},
	"V4LXX_WISH_PREFER_RATE":                {int64(WishPreferRate), 4},
	"V4LXX_WISH_STEP_DOWN":                  {int64(WishStepDown), 8},
	"V4LXX_WISH_STRICT":                     {int64(WishStrict), 1},
}
