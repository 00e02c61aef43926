// SPDX-License-Identifier: MIT

package v4lxx

import "github.com/libv4lxx/libv4lxx/bindings/go/capi"

// Finding is one thing that an examination looked at.
type Finding struct {
	Check          Check
	Severity       Severity
	Code           Code   // to look it up by; 0 if it has none: all problems have one
	Device         string // "" for the machine
	Found          string
	Meaning        string // why it is so, or what follows from it
	MeaningChecked bool   // whether that was verified; else it is the usual one
	Advice         string // what to do next
}

// String is the word for a check, such as "access".
func (c Check) String() string {
	if Load() != nil {
		return ""
	}
	return capi.CheckGetName(capi.Check(c))
}

// String is the word for a severity, such as "warning".
func (s Severity) String() string {
	if Load() != nil {
		return ""
	}
	return capi.SeverityGetName(capi.Severity(s))
}

// Examine finds out why a camera does not work: the one of this name, or every camera of the machine if it is empty. Nothing is set; a
// few frames are taken unless ExamineNoCapture says otherwise. Problems are findings and no failure; the worst severity comes besides.
func (c *Context) Examine(name string, flags ExamineFlags) ([]Finding, Severity, error) {
	const operation = "examine"
	if err := withoutZero(operation, "name", name); err != nil {
		return nil, 0, err
	}
	var wanted *byte
	if name != "" {
		wanted = capi.CString(name)
	}
	var raw capi.Examination
	err := c.object.ask(operation, func(context capi.Context, details *capi.Error) capi.Status {
		return capi.ContextExamine(context, wanted, uint32(flags), &raw, details)
	})
	if err != nil {
		return nil, 0, err
	}
	defer capi.ExaminationUnref(raw)
	findings, err := entries(raw, capi.ExaminationGetCount, func(raw capi.Examination, i uint32) (Finding, error) {
		return Finding{Check(capi.ExaminationGetCheck(raw, i)), Severity(capi.ExaminationGetSeverity(raw, i)),
			Code(capi.ExaminationGetCode(raw, i)), capi.ExaminationGetDevice(raw, i), capi.ExaminationGetFound(raw, i),
			capi.ExaminationGetMeaning(raw, i), capi.ExaminationIsMeaningChecked(raw, i) != 0, capi.ExaminationGetAdvice(raw, i)}, nil
	})
	return findings, Severity(capi.ExaminationGetWorst(raw)), err
}
