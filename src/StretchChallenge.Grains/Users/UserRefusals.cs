using System.Globalization;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Grains.Users;

/// <summary>The refusals of a person's commands, with a text for the person.</summary>
internal static class UserRefusals
{
    public static Refusal UnknownPerson { get; } =
        Refusal.NotFound("unknown-person", "There is no such account.");

    public static Refusal UnknownChallenge { get; } =
        Refusal.NotFound("unknown-challenge", "You are not in a challenge with this id.");

    public static Refusal UnknownTimeOff { get; } =
        Refusal.NotFound("unknown-time-off", "You have no time off with this id.");

    public static Refusal TimeOffIsPast { get; } =
        Refusal.Conflict("time-off-past", "This time off is over. Only days from tomorrow on can be taken back.");

    public static Refusal TimeCounted { get; } =
        Refusal.Conflict("time-counted", "Most of this time counted already, for another routine or break.");

    public static Refusal CommandReused { get; } =
        Refusal.Conflict("command-reused", "This commandId was used for something else. Send a new one.");

    public static Refusal RunCompleted { get; } =
        Refusal.Conflict("run-completed", "This run was completed already. Start the routine again for another one.");

    public static Refusal LedgerBusy { get; } =
        Refusal.Busy("ledger-busy", "Very many people are checking in right now. Nothing is lost: try again in a moment.");

    public static Refusal UnknownZone { get; } =
        Refusal.Invalid("unknown-zone", "This is not a time zone. Use an IANA name such as Europe/Berlin.", "timeZone");

    public static Refusal UnknownWorkDays { get; } =
        Refusal.Invalid("unknown-work-days", "Name weekdays as Mon, Tue, Wed, Thu, Fri, Sat, Sun.", "workDays");

    public static Refusal ImpossibleDate { get; } =
        Refusal.Invalid("impossible-date", "Choose a date within a year of today.", "date");

    /// <summary>There is no credit on the date.</summary>
    public static Refusal NothingToUndo(DateOnly date) =>
        Refusal.NotFound("nothing-to-undo", $"There is no check-in on {Day(date)}.");

    /// <summary>Why a check-in was not credited.</summary>
    public static Refusal Of(CheckInDecision decision) => decision switch
    {
        CheckInDecision.TooEarly early => Refusal.Conflict(
            "too-early",
            string.Create(CultureInfo.InvariantCulture, $"This routine can be completed from {early.Earliest.UtcDateTime:HH:mm:ss} UTC on. Take your time.")),
        CheckInDecision.TooLate late => Refusal.Conflict(
            "too-late", $"This run belongs to {Day(late.Date)}, and that day is closed."),
        CheckInDecision.AlreadyDone done => Refusal.Conflict(
            "already-done", $"{Day(done.Date)} is done already; there is nothing to report."),
        CheckInDecision.WeekUsed used => Refusal.Conflict(
            "week-used", $"You have reported {Day(used.UsedBy)} in that week. One day a week can be reported."),
        CheckInDecision.NotReportable day => Refusal.Conflict(
            "not-reportable", $"{Day(day.Date)} cannot be reported. Only the last missed due day can, until noon of the next one, for at most a week."),
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    /// <summary>Why a credit cannot be undone.</summary>
    public static Refusal Of(UndoDecision.TooLate late) =>
        Refusal.Conflict("too-late-to-undo", $"This check-in could be taken back until the end of {Day(late.LastDay)}.");

    /// <summary>Why time off was not entered.</summary>
    public static Refusal Of(TimeOffDecision decision) => decision switch
    {
        TimeOffDecision.InvalidRange => Refusal.Invalid(
            "impossible-range", "Time off ends on or after the day it begins, and lasts at most ten years.", "to"),
        TimeOffDecision.AllDone => Refusal.Conflict(
            "days-done", "All of these days are done already, and stay so."),
        TimeOffDecision.TooFarBack back => Refusal.Invalid(
            "too-far-back", $"Time off can begin on {Day(back.Earliest)} at the earliest.", "from"),
        TimeOffDecision.TooManyLate days => Refusal.Conflict(
            "too-many-back-dated", $"At most {days.Allowed} days of a challenge can be entered on the day or afterwards."),
        TimeOffDecision.ChallengeClosed closed => Refusal.Conflict(
            "challenge-over", $"{Day(closed.Date)} lies in a challenge that is over."),
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
