using System.Collections.Immutable;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Storage.Ledger;

/// <summary>
/// Commits check-ins and undos durably, many in one transaction (group commit). One per process. Thread-safe; entries are
/// committed in the order of the calls.
/// </summary>
/// <remarks>
/// A call completes after the commit of its rows. Cancelling stops the waiting, not the commit. After any exception but
/// <see cref="LedgerBusyException" /> it is unknown whether the rows were committed: reload before going on.
/// </remarks>
public interface ILedgerWriter
{
    /// <summary>Writes all rows of the check-in, or none and returns the reason.</summary>
    /// <exception cref="LedgerBusyException">The queue is full or closed; nothing was written.</exception>
    Task<LedgerReceipt> CommitAsync(CheckInEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Removes the credit of a date, if any; its completions and commands stay (rule 9).</summary>
    /// <exception cref="LedgerBusyException">The queue is full or closed; nothing was written.</exception>
    Task<LedgerReceipt> CommitAsync(UndoEntry entry, CancellationToken cancellationToken = default);
}

/// <summary>What became of an entry.</summary>
/// <param name="Outcome">Whether it was committed.</param>
/// <param name="Changes">The changes of the person's days, one in every challenge that they ever joined; empty where no day changed.</param>
public sealed record LedgerReceipt(LedgerOutcome Outcome, ImmutableArray<ChallengeChange> Changes);

/// <summary>The result of a check-in; with several reasons for refusal, the first one of this list.</summary>
public enum LedgerOutcome
{
    /// <summary>All rows are durable.</summary>
    Committed,

    /// <summary>Refused: the person already has a command with this id.</summary>
    CommandExists,

    /// <summary>Refused: the run was already completed (rule 11).</summary>
    RunExists,

    /// <summary>Refused: the date already has its credit (rule 1).</summary>
    DayExists,
}

/// <summary>The ledger's queue is full, or closed because the process stops. Nothing was written; retry later.</summary>
public sealed class LedgerBusyException : Exception
{
    /// <summary>The usual message.</summary>
    public LedgerBusyException()
        : this("The ledger cannot take more check-ins at the moment.")
    {
    }

    /// <summary>A message of its own.</summary>
    public LedgerBusyException(string message)
        : base(message)
    {
    }

    /// <summary>A message and the cause.</summary>
    public LedgerBusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
