using System.Collections.Immutable;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Users;

/// <summary>A person as read from the ledger, mapped to the domain. Immutable: a change is a new value.</summary>
internal sealed record Person(
    PersonRecord Record,
    ZoneTimeline Zone,
    DayLedger Ledger,
    ImmutableArray<Participation> Participations)
{
    /// <summary>The challenges that the person is in now.</summary>
    public IEnumerable<Participation> Present => Participations.Where(participation => !participation.IsAway);

    /// <summary>Those of them that were not cancelled.</summary>
    public IEnumerable<Participation> Going => Present.Where(participation => participation.Challenge.CancelledAt is null);

    /// <summary>The IANA zone chosen last, even before it takes effect (rule 3).</summary>
    public string ChosenZoneId => Record.ZoneChanges is [.., var last] ? last.ZoneId : Record.ZoneId;

    /// <summary>The calendars that decide on a check-in: those of every challenge that the person is in (rule 1).</summary>
    public PersonCalendars Calendars => new(
        Zone,
        Record.WorkPatterns.IsEmpty ? null : new WorkPattern(Record.WorkPatterns),
        [.. Going.Select(participation => participation.Calendar)]);

    /// <summary>All credited days, as boards are told of them.</summary>
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

    /// <summary>The participation in a challenge that the person is in now; null when they are not in it.</summary>
    public Participation? In(string challengeId) =>
        Present.FirstOrDefault(participation => participation.Challenge.Id.Value == challengeId);

    /// <summary>The team on a date; null when the person is in no team of the challenge then.</summary>
    public TeamId? TeamOn(ChallengeId challenge, DateOnly date) => Record.Memberships.TeamOn(challenge, date);

    /// <summary>The person with one more credit.</summary>
    public Person With(CreditRecord credit) => WithCredits(Record.Credits.Add(credit));

    /// <summary>The person without the credit of a date.</summary>
    public Person Without(DateOnly date) => WithCredits(Record.Credits.RemoveAll(credit => credit.Date == date));

    /// <summary>The person with other settings or time off, and with new calendars.</summary>
    public Person With(PersonRecord record) =>
        Of(record, Participations.Select(participation => participation.Challenge));

    private Person WithCredits(ImmutableArray<CreditRecord> credits)
    {
        var record = Record with { Credits = credits };
        return this with
        {
            Record = record,
            Ledger = record.ToLedger(),
            Participations = [.. Participations.Select(one => one with { Ledger = record.ToLedger(one.Challenge) })],
        };
    }
}

/// <summary>A person's participation in one challenge, with the calendar and the days that the rules need.</summary>
internal sealed record Participation(ChallengeRecord Challenge, EnrolmentRecord Enrolment, PersonCalendar Calendar, DayLedger Ledger)
{
    /// <summary>Whether the person has left and not come back (rule 15).</summary>
    public bool IsAway => Enrolment.IsAway();

    /// <summary>The person's participation in the challenge; null when they never joined it.</summary>
    public static Participation? Of(PersonRecord person, ZoneTimeline zone, ChallengeRecord challenge)
    {
        var enrolment = person.Enrolments.FirstOrDefault(enrolment => enrolment.ChallengeId == challenge.Id);
        if (enrolment is null)
        {
            return null;
        }

        var calendar = new ParticipantMapping(challenge).CalendarOf(EnrolledPerson.Of(person, challenge)!, zone);
        return new Participation(challenge, enrolment, calendar, person.ToLedger(challenge));
    }
}
