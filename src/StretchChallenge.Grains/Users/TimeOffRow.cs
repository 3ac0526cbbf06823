using System.Collections.Immutable;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Users;

/// <summary>
/// Consecutive days off as a person sees them: entries that overlap or follow each other. The entries themselves stay as they
/// were made, because each counts its own back-dated days (rule 6).
/// </summary>
/// <param name="Entries">The entries, by first day; at least one.</param>
internal sealed record TimeOffRow(ImmutableArray<TimeOffRecord> Entries)
{
    /// <summary>The last day off.</summary>
    public DateOnly To => Entries.Max(entry => entry.To);

    /// <summary>The rows of a person's entries, by first day.</summary>
    public static ImmutableArray<TimeOffRow> Of(IEnumerable<TimeOffRecord> entries)
    {
        var rows = ImmutableArray.CreateBuilder<TimeOffRow>();
        foreach (var entry in entries.OrderBy(entry => entry.From).ThenBy(entry => entry.Id, StringComparer.Ordinal))
        {
            if (rows.Count > 0 && entry.From.DayNumber <= rows[^1].To.DayNumber + 1)
            {
                rows[^1] = new TimeOffRow(rows[^1].Entries.Add(entry));
            }
            else
            {
                rows.Add(new TimeOffRow([entry]));
            }
        }

        return rows.ToImmutable();
    }

    /// <summary>Whether the id is that of one of the entries.</summary>
    public bool Has(string id) => Entries.Any(entry => entry.Id == id);

    /// <summary>The row as its owner sees it.</summary>
    public TimeOff ToView() => new(Entries[0].Id, Entries[0].From, To);
}
