-- By what an enrolment of a decided pair is known again once its MDM has given the device a new id: the serial number,
-- IMEIs and UDID it had, one a line. Of earlier decisions nothing is known.
ALTER TABLE decisions ADD COLUMN hardware TEXT NOT NULL DEFAULT '';
