using System.Collections.Immutable;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Challenges.Import;

/// <summary>A mistake in a row of an imported file.</summary>
internal sealed record RowFault(int Row, Refusal Fault);

/// <summary>A file of people to invite: the column of e-mail addresses, and if they are there name, team and role.</summary>
/// <param name="Rows">How many rows it has.</param>
/// <param name="People">Whom to invite.</param>
/// <param name="Faults">The mistakes.</param>
internal sealed record PeopleFile(int Rows, ImmutableArray<PersonToInvite> People, ImmutableArray<RowFault> Faults)
{
    /// <summary>The most rows.</summary>
    public const int MostRows = 20_000;

    private const int LongestName = 60;

    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["email"] = ["email", "mail", "emailaddress", "mailaddress", "emailadresse", "mailadresse"],
        ["name"] = ["name", "displayname", "fullname", "anzeigename", "vollername"],
        ["team"] = ["team", "teamname", "group", "gruppe", "mannschaft"],
        ["role"] = ["role", "rolle"],
    };

    private static readonly Dictionary<string, ChallengeRole> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["participant"] = ChallengeRole.Participant,
        ["member"] = ChallengeRole.Participant,
        ["teilnehmer"] = ChallengeRole.Participant,
        ["teilnehmerin"] = ChallengeRole.Participant,
        ["mitglied"] = ChallengeRole.Participant,
        ["captain"] = ChallengeRole.Captain,
        ["kapitän"] = ChallengeRole.Captain,
        ["kapitänin"] = ChallengeRole.Captain,
        ["teamcaptain"] = ChallengeRole.Captain,
        ["team-captain"] = ChallengeRole.Captain,
        ["organiser"] = ChallengeRole.Organiser,
        ["organizer"] = ChallengeRole.Organiser,
        ["organisator"] = ChallengeRole.Organiser,
        ["organisatorin"] = ChallengeRole.Organiser,
        ["organisation"] = ChallengeRole.Organiser,
    };

    /// <summary>Reads the file.</summary>
    public static Outcome<PeopleFile> Read(string text)
    {
        if (CsvTable.Read(text, Columns, MostRows).IsRefused(out var refusal, out var table))
        {
            return refusal;
        }

        if (!table.Columns.ContainsKey("email"))
        {
            return new PeopleFile(table.Rows.Length, [], [new RowFault(1, ImportRefusals.MissingColumn("email"))]);
        }

        var people = ImmutableArray.CreateBuilder<PersonToInvite>();
        var faults = ImmutableArray.CreateBuilder<RowFault>();
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var rules = new FieldRules();
            people.Add(Person(table, row, rules));
            var key = EmailAddress.KeyOf(people[^1].Email);
            if (rules.Faults.Count == 0 && !rowOf.TryAdd(key, row.Number))
            {
                rules.Fault(ImportRefusals.RepeatedRow("email", rowOf[key]));
            }

            faults.AddRange(rules.Faults.Select(fault => new RowFault(row.Number, fault)));
        }

        return new PeopleFile(table.Rows.Length, faults.Count == 0 ? people.ToImmutable() : [], faults.ToImmutable());
    }

    private static PersonToInvite Person(CsvTable table, CsvRow row, FieldRules rules)
    {
        var (name, team, role) = (table.Field(row, "name"), table.Field(row, "team"), table.Field(row, "role"));
        ChallengeRole? meant = null;
        if (role.Length > 0 && rules.Check(Roles.ContainsKey(role), FieldRefusals.NotOneOf("role", "participant, captain, organiser")))
        {
            meant = Roles[role];
        }

        return new PersonToInvite(
            rules.Email("email", table.Field(row, "email")),
            name.Length == 0 ? null : rules.Text("name", name, 0, LongestName) is { Length: > 0 } clean ? clean : null,
            team.Length == 0 ? null : rules.Text("team", team, 1, ChallengeFields.LongestTeamName),
            meant);
    }
}
