using StretchChallenge.Contracts.Outcomes;

namespace StretchChallenge.Contracts.Refusals;

/// <summary>Refusals about the day: runs, check-ins and time off.</summary>
public static class DayRefusals
{
    /// <summary>A date too far away.</summary>
    public static Refusal ImpossibleDate { get; } = Refusal.Invalid("Choose a date within a year of today.").At("date");

    /// <summary>There is no such exercise.</summary>
    public static Refusal UnknownExercise { get; } = Refusal.NotFound("There is no exercise of this id.");

    /// <summary>There is no such routine.</summary>
    public static Refusal UnknownRoutine { get; } = Refusal.NotFound("There is no routine of this id.");

    /// <summary>The routine does not have the variant.</summary>
    public static Refusal VariantNotOffered(string variants) =>
        Refusal.Invalid($"This routine can be done in the variants: {variants}.").At("variant").With("variants", variants);

    /// <summary>A run both of a routine and to catch up.</summary>
    public static Refusal RoutineOrCatchUp { get; } = Refusal.Invalid("Send either 'routineId', or 'catchUp'.").At("catchUp");

    /// <summary>A check-in both of a run and of a date, or of neither.</summary>
    public static Refusal RunOrReport { get; } =
        Refusal.Invalid("Send either 'run' with a finished run, or 'reportFor' with a date.").At("run");

    /// <summary>Skipped steps without a run.</summary>
    public static Refusal SkippedWithoutRun { get; } = Refusal.Invalid("Only a run has steps that can be skipped.").At("skipped");

    /// <summary>A skipped step that the run does not have.</summary>
    public static Refusal UnknownStep(int last) => Refusal.Invalid($"The run has the steps 0 to {last}.").At("skipped").With("last", last);

    /// <summary>A run that is not the caller's.</summary>
    public static Refusal UnknownRun { get; } = Refusal.Invalid("This is not a run of yours. Start the routine again.").At("run");

    /// <summary>A run that was completed already.</summary>
    public static Refusal RunCompleted { get; } =
        Refusal.Conflict("This run was completed already. Start the routine again for another one.");

    /// <summary>A <c>commandId</c> that came with something else before.</summary>
    public static Refusal CommandReused { get; } = Refusal.Conflict("This commandId was used for something else. Send a new one.");

    /// <summary>The time of the run counted already.</summary>
    public static Refusal TimeCounted { get; } =
        Refusal.Conflict("Most of this time counted already, for another routine or break.");

    /// <summary>A run completed faster than its routine takes.</summary>
    public static Refusal TooEarly(DateTimeOffset earliest) => Refusal
        .Conflict($"This routine can be completed from {earliest.UtcDateTime:u} on. Take your time.").With("earliest", earliest);

    /// <summary>The grace of the run's day has ended.</summary>
    public static Refusal TooLate(DateOnly date) =>
        Refusal.Conflict($"This run belongs to {date:O}, and that day is closed.").With("date", date);

    /// <summary>A report of a day that has its credit.</summary>
    public static Refusal AlreadyDone(DateOnly date) =>
        Refusal.Conflict($"{date:O} is done already; there is nothing to report.").With("date", date);

    /// <summary>A second report in a week.</summary>
    public static Refusal WeekUsed(DateOnly usedBy) => Refusal
        .Conflict($"You have reported {usedBy:O} in that week. One day a week can be reported.").With("usedBy", usedBy);

    /// <summary>A report of a day for which none is possible.</summary>
    public static Refusal NotReportable(DateOnly date) => Refusal
        .Conflict($"{date:O} cannot be reported. Only the last missed due day can, until noon of the next one, for at most a week.")
        .With("date", date);

    /// <summary>There is no credit on the date.</summary>
    public static Refusal NothingToUndo(DateOnly date) =>
        Refusal.NotFound($"There is no check-in on {date:O}.").With("date", date);

    /// <summary>A credit that can no longer be taken back.</summary>
    public static Refusal TooLateToUndo(DateOnly lastDay) => Refusal
        .Conflict($"This check-in could be taken back until the end of {lastDay:O}.").With("lastDay", lastDay);

    /// <summary>The ledger's queue is full.</summary>
    public static Refusal LedgerBusy { get; } =
        Refusal.Busy("Very many people are checking in right now. Nothing is lost: try again in a moment.");

    /// <summary>There is no such time off.</summary>
    public static Refusal UnknownTimeOff { get; } = Refusal.NotFound("You have no time off with this id.");

    /// <summary>Time off that has begun.</summary>
    public static Refusal TimeOffPast { get; } = Refusal.Conflict("Only days off from tomorrow on can be taken back.");

    /// <summary>Time off that ends before it begins, or is too long.</summary>
    public static Refusal ImpossibleRange { get; } =
        Refusal.Invalid("Time off ends on or after the day it begins, and lasts at most ten years.").At("to");

    /// <summary>Time off on days that are all done.</summary>
    public static Refusal DaysDone { get; } = Refusal.Conflict("All of these days are done already, and stay so.");

    /// <summary>Time off that begins too long ago.</summary>
    public static Refusal TooFarBack(DateOnly earliest) =>
        Refusal.Invalid($"Time off can begin on {earliest:O} at the earliest.").At("from").With("earliest", earliest);

    /// <summary>More days off entered late than a challenge allows.</summary>
    public static Refusal TooManyBackDated(int most) => Refusal
        .Conflict($"At most {most} days of a challenge can be entered on the day or afterwards.").With("most", most);

    /// <summary>Time off on a day of a challenge that is over.</summary>
    public static Refusal ChallengeClosed(DateOnly date) =>
        Refusal.Conflict($"{date:O} lies in a challenge that is over.").With("date", date);
}
