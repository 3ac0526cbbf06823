using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orleans.Concurrency;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Contracts.Standings;

/// <summary>
/// Receives the changes of the boards that a server watches; one for each server. Its methods are one-way, so that a server
/// that does not answer cannot hold up a board. The server notices at its next renewal what it missed.
/// </summary>
[Alias("IStandingsObserver")]
public interface IStandingsObserver : IGrainObserver
{
    /// <summary>
    /// Delivers all changes of one publish. They are in one message, because one-way messages may arrive in another order.
    /// </summary>
    [OneWay, Alias("StandingsChanged")]
    Task StandingsChangedAsync(StandingsBatch batch);
}

/// <summary>A board that a server watches, and the people who watch it through that server.</summary>
[GenerateSerializer, Immutable, Alias("BoardWatch")]
public sealed record BoardWatch(BoardKind Board, ImmutableArray<string> Users);

/// <summary>All changes of one publish of a challenge's boards for one server.</summary>
/// <param name="Boards">The changes of the boards that the server watches, at most one for each board.</param>
/// <param name="Own">The changes of single people's own rows; pushed after those of the boards.</param>
[GenerateSerializer, Immutable, Alias("StandingsBatch")]
public sealed record StandingsBatch(ImmutableArray<StandingsChange> Boards, ImmutableArray<OwnRowChange> Own);

/// <summary>The rows of a board that changed since the version before.</summary>
/// <param name="ChallengeId">The challenge.</param>
/// <param name="Board">Which board.</param>
/// <param name="Version">One more than the version before; the current one in a message for one person alone.</param>
/// <param name="Total">How many teams or people are on the board.</param>
/// <param name="Rows">The changed and new rows.</param>
/// <param name="Removed">The ids of rows no longer listed.</param>
/// <param name="Own">In a message for one person alone: their own row.</param>
[GenerateSerializer, Immutable, Alias("StandingsChange")]
public sealed record StandingsChange(
    string ChallengeId,
    BoardKind Board,
    long Version,
    int Total,
    ImmutableArray<BoardRow> Rows,
    ImmutableArray<string> Removed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OwnRow? Own);

/// <summary>A watcher's own row, or one of the five around it, changed.</summary>
/// <param name="UserId">The watcher.</param>
/// <param name="Change">A change at the current version, with the own row and without other rows.</param>
[GenerateSerializer, Immutable, Alias("OwnRowChange")]
public sealed record OwnRowChange(string UserId, StandingsChange Change);
