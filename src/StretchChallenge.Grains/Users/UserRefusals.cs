using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Grains.Users;

/// <summary>The refusals of what the rules decided against.</summary>
internal static class UserRefusals
{
    /// <summary>Why a check-in was not credited.</summary>
    public static Refusal Of(CheckInDecision decision) => decision switch
    {
        CheckInDecision.TooEarly early => DayRefusals.TooEarly(early.Earliest),
        CheckInDecision.TooLate late => DayRefusals.TooLate(late.Date),
        CheckInDecision.AlreadyDone done => DayRefusals.AlreadyDone(done.Date),
        CheckInDecision.WeekUsed used => DayRefusals.WeekUsed(used.UsedBy),
        CheckInDecision.NotReportable day => DayRefusals.NotReportable(day.Date),
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    /// <summary>Why time off was not entered.</summary>
    public static Refusal Of(TimeOffDecision decision) => decision switch
    {
        TimeOffDecision.InvalidRange => DayRefusals.ImpossibleRange,
        TimeOffDecision.AllDone => DayRefusals.DaysDone,
        TimeOffDecision.TooFarBack back => DayRefusals.TooFarBack(back.Earliest),
        TimeOffDecision.TooManyLate days => DayRefusals.TooManyBackDated(days.Allowed),
        TimeOffDecision.ChallengeClosed closed => DayRefusals.ChallengeClosed(closed.Date),
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };
}
