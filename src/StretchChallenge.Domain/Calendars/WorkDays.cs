using System.Collections.Immutable;

namespace StretchChallenge.Domain.Calendars;

/// <summary>A set of weekdays. It may be empty.</summary>
public readonly record struct WorkDays
{
    private static readonly ImmutableArray<string> WeekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private readonly byte _bits;

    private WorkDays(int bits) => _bits = (byte)bits;

    /// <summary>A bit for each weekday, Monday in the lowest.</summary>
    internal ulong Bits => _bits;

    /// <summary>Monday to Friday: the default of a challenge.</summary>
    public static WorkDays MondayToFriday { get; } = new(0b001_1111);

    /// <summary>How many weekdays are in the set: 0 to 7.</summary>
    public int Count => int.PopCount(_bits);

    /// <summary>The three-letter English names (<c>Mon</c> … <c>Sun</c>) of the days in the set, Monday first.</summary>
    public ImmutableArray<string> Names
    {
        get
        {
            var bits = _bits;
            return [.. WeekdayNames.Where((_, index) => (bits & (1 << index)) != 0)];
        }
    }

    /// <summary>Creates a set of weekdays.</summary>
    public static WorkDays Of(params ReadOnlySpan<DayOfWeek> days)
    {
        var bits = 0;
        foreach (var day in days)
        {
            bits |= 1 << IndexOf(day);
        }

        return new WorkDays(bits);
    }

    /// <summary>Reads three-letter names as in <see cref="Names" />; returns false when one of them is unknown.</summary>
    public static bool TryParse(IEnumerable<string> names, out WorkDays days)
    {
        var bits = 0;
        foreach (var name in names)
        {
            var index = WeekdayNames.IndexOf(name);
            if (index < 0)
            {
                days = default;
                return false;
            }

            bits |= 1 << index;
        }

        days = new WorkDays(bits);
        return true;
    }

    /// <summary>The days that are in both sets.</summary>
    public WorkDays Intersect(WorkDays other) => new(_bits & other._bits);

    /// <summary>Whether the date's weekday is in the set.</summary>
    public bool Contains(DateOnly date) => (_bits & (1 << IndexOf(date.DayOfWeek))) != 0;

    /// <inheritdoc />
    public override string ToString() => string.Join(',', Names);

    private static int IndexOf(DayOfWeek day) => ((int)day + 6) % 7;
}
