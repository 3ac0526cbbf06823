using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Ledger;

/// <summary>What one caller asks the ledger to write, atomically.</summary>
/// <param name="User">Whose day it is.</param>
public abstract record LedgerEntry(UserId User);

/// <summary>The rows of one check-in.</summary>
/// <param name="User">Whose day it is.</param>
/// <param name="Command">The command with its answer, by which repeats are recognised.</param>
/// <param name="Credit">The date's credit; null when the date already has one (rule 1).</param>
/// <param name="Completion">The completed routine; null for a self-report.</param>
public sealed record CheckInEntry(UserId User, CommandRecord Command, CreditRecord? Credit, CompletionRecord? Completion)
    : LedgerEntry(User);

/// <summary>Removes the credit of a date (rule 9).</summary>
/// <param name="User">Whose day it is.</param>
/// <param name="Date">The date of record.</param>
public sealed record UndoEntry(UserId User, DateOnly Date) : LedgerEntry(User);

/// <summary>The command of a check-in, kept so that a repeat gets the first answer.</summary>
/// <param name="Id">Chosen by the client, unique per person.</param>
/// <param name="Fingerprint">A fingerprint of the request: the same id with another fingerprint is a conflict.</param>
/// <param name="Answer">The first answer, as JSON.</param>
/// <param name="RecordedAt">When the server accepted it.</param>
public sealed record CommandRecord(string Id, string Fingerprint, string Answer, DateTimeOffset RecordedAt);

/// <summary>A completed routine (rules 11 and 12). It is kept when the day's credit is undone.</summary>
/// <param name="RunId">The id of the run; unique, since a run completes once.</param>
/// <param name="Date">The date of record.</param>
/// <param name="RoutineId">The routine's id in the catalogue.</param>
/// <param name="Variant">The variant, such as <c>desk</c>; null when the routine has none.</param>
/// <param name="Seconds">The time credited, in seconds.</param>
/// <param name="Session">The group session; null for a run alone.</param>
/// <param name="CompletedAt">When the server accepted it.</param>
public sealed record CompletionRecord(
    string RunId,
    DateOnly Date,
    string RoutineId,
    string? Variant,
    int Seconds,
    SessionId? Session,
    DateTimeOffset CompletedAt)
{
    /// <summary>The time that it occupies, which counts once; not empty, without overlaps.</summary>
    public ImmutableArray<TimeInterval> Occupied { get; init; } = [];
}
