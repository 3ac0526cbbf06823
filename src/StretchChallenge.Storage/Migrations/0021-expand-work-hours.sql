-- The hours in which people usually work, as local times of the challenge's zone; forms propose times within them.
ALTER TABLE challenges ADD COLUMN work_from text;
ALTER TABLE challenges ADD COLUMN work_to text;
