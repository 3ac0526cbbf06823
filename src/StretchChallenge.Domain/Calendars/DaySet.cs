using System.Numerics;

namespace StretchChallenge.Domain.Calendars;

/// <summary>
/// A set of days of one challenge, one bit for each. Days are numbered from the Monday of the challenge's first week
/// (<see cref="ChallengeCalendar.DayOf" />), so that an ISO week is seven consecutive bits and 56 days on any weekdays fit in.
/// </summary>
/// <param name="Bits">Bit <c>n</c> is day <c>n</c>, 0 to 63.</param>
public readonly record struct DaySet(ulong Bits)
{
    /// <summary>How many days are numbered.</summary>
    public const int Capacity = 64;

    private const int DaysInWeek = 7;

    // The Mondays of nine weeks, and the first day of a tenth.
    private const ulong Mondays = 0x8102_0408_1020_4081;

    /// <summary>Whether no day is in the set.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>The number of days.</summary>
    public int Count => BitOperations.PopCount(Bits);

    /// <summary>The first day, or null.</summary>
    public int? First => IsEmpty ? null : BitOperations.TrailingZeroCount(Bits);

    /// <summary>The last day, or null.</summary>
    public int? Last => IsEmpty ? null : Capacity - 1 - BitOperations.LeadingZeroCount(Bits);

    /// <summary>The set of one day; empty for a day outside the numbered ones.</summary>
    public static DaySet Of(int day) => (uint)day < Capacity ? new DaySet(1UL << day) : default;

    /// <summary>All days before one.</summary>
    public static DaySet Before(int day) =>
        day <= 0 ? default : day >= Capacity ? new DaySet(ulong.MaxValue) : new DaySet((1UL << day) - 1);

    /// <summary>A day and all days after it.</summary>
    public static DaySet From(int day) => new(~Before(day).Bits);

    /// <summary>The days from the first to the last, both included; empty when the last is before the first.</summary>
    public static DaySet Between(int first, int last) => From(first) & Before(last + 1);

    /// <summary>The days of the ISO week that contains the day.</summary>
    public static DaySet WeekOf(int day)
    {
        var monday = day - (((day % DaysInWeek) + DaysInWeek) % DaysInWeek);
        return Between(monday, monday + DaysInWeek - 1);
    }

    /// <summary>All days on these weekdays.</summary>
    public static DaySet On(WorkDays weekdays) => new(weekdays.Bits * Mondays);

    /// <summary>Whether the day is in the set.</summary>
    public bool Contains(int day) => !(this & Of(day)).IsEmpty;

    /// <summary>The days that are in this set and not in the other.</summary>
    public DaySet Except(DaySet other) => new(Bits & ~other.Bits);

    /// <summary>Enumerates the days in order.</summary>
    public Enumerator GetEnumerator() => new(Bits);

    /// <summary>The days that are in both sets.</summary>
    public static DaySet operator &(DaySet left, DaySet right) => new(left.Bits & right.Bits);

    /// <summary>The days that are in at least one of the sets.</summary>
    public static DaySet operator |(DaySet left, DaySet right) => new(left.Bits | right.Bits);

    /// <summary>Enumerates the days of a set.</summary>
    public struct Enumerator(ulong bits)
    {
        private ulong _rest = bits;

        /// <summary>The day.</summary>
        public int Current { get; private set; }

        /// <summary>Goes to the next day; returns false after the last one.</summary>
        public bool MoveNext()
        {
            Current = BitOperations.TrailingZeroCount(_rest);
            var found = _rest != 0;
            _rest &= _rest - 1;
            return found;
        }
    }
}
