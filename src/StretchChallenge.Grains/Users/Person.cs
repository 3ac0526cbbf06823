using System.Collections.Immutable;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Users;

/// <summary>A person as read from the ledger, in the terms of the rules. Immutable: a change is a new value.</summary>
internal sealed record Person(
    PersonRecord Record,
    ZoneTimeline Zone,
    DayLedger Ledger,
    ImmutableArray<Participation> Participations)
{
    /// <summary>Where the person takes part now.</summary>
    public IEnumerable<Participation> Present => Participations.Where(participation => !participation.IsAway);

    /// <summary>The IANA zone chosen last, whether it holds already or from midnight on (rule 3).</summary>
    public string ChosenZoneId => Record.ZoneChanges is [.., var last] ? last.ZoneId : Record.ZoneId;

    /// <summary>What a check-in is judged by: every challenge that the person is in (rule 1).</summary>
    public PersonCalendars Calendars => new(
        Zone,
        Record.WorkPatterns.IsEmpty ? null : new WorkPattern(Record.WorkPatterns),
        [.. Present.Select(participation => participation.Calendar)]);

    /// <summary>All credited days, as announced.</summary>
    public PersonDays Days => new(Record.Id.Value, [.. Ledger.Done], [.. Ledger.SelfReported]);

    /// <summary>The person in these challenges; those that they never joined are left out.</summary>
    public static Person Of(PersonRecord record, IEnumerable<ChallengeRecord> challenges)
    {
        var zone = record.ToTimeline();
        return new Person(
            record,
            zone,
            record.ToLedger(),
            [.. challenges.Select(challenge => Participation.Of(record, zone, challenge)).OfType<Participation>()]);
    }

    /// <summary>The person's place in a challenge that they are in now; null where they are not.</summary>
    public Participation? In(string challengeId) =>
        Present.FirstOrDefault(participation => participation.Challenge.Id.Value == challengeId);

    /// <summary>The teams that the person is or was in, in a challenge: each counts some of their days (rule 15).</summary>
    public IEnumerable<TeamId> TeamsIn(ChallengeId challenge) =>
        Record.Memberships.Where(membership => membership.ChallengeId == challenge).Select(membership => membership.TeamId).Distinct();

    /// <summary>The team on a date; null where there is none.</summary>
    public TeamId? TeamOn(ChallengeId challenge, DateOnly date) => Record.Memberships.TeamOn(challenge, date);

    /// <summary>The person with one more credit.</summary>
    public Person With(CreditRecord credit)
    {
        var record = Record with { Credits = Record.Credits.Add(credit) };
        return this with { Record = record, Ledger = record.ToLedger() };
    }

    /// <summary>The person without the credit of a date.</summary>
    public Person Without(DateOnly date)
    {
        var record = Record with { Credits = Record.Credits.RemoveAll(credit => credit.Date == date) };
        return this with { Record = record, Ledger = record.ToLedger() };
    }

    /// <summary>The person with other settings or time off; the calendars follow.</summary>
    public Person With(PersonRecord record) =>
        Of(record, Participations.Select(participation => participation.Challenge));
}
