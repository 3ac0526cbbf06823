namespace StretchChallenge.Storage.Challenges;

/// <summary>One person of a roster.</summary>
/// <param name="Enrolment">The person's place in the challenge.</param>
/// <param name="DisplayName">The person's name.</param>
/// <param name="ShowName">Whether boards may list the name (rule 21).</param>
/// <param name="ZoneId">The IANA zone that the person chose last, for the challenge's close (rule 22).</param>
public sealed record RosterEntry(EnrolmentRecord Enrolment, string DisplayName, bool ShowName, string ZoneId);
