-- By what an enrolment of a decided pair is known again once its MDM has given the device a new id: the serial number,
-- IMEIs and UDID it had, one a line; and whether both records were the same person's: YES, NO or UNKNOWN. Of earlier
-- decisions nothing is known.
ALTER TABLE decisions ADD COLUMN hardware TEXT NOT NULL DEFAULT '';
ALTER TABLE decisions ADD COLUMN same_owner TEXT NOT NULL DEFAULT '';
