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

/// <summary>A board, and a person who watches it through a server; the empty id for a wall.</summary>
[GenerateSerializer, Immutable, Alias("BoardWatch")]
public sealed record BoardWatch(BoardKind Board, string UserId);

/// <summary>What a challenge's boards know of a server that watches them.</summary>
/// <param name="Versions">The version of each board that the server watches.</param>
/// <param name="Watches">How many watches the server has; another number than its own means that its lease was lost.</param>
[GenerateSerializer, Immutable, Alias("BoardLease")]
public sealed record BoardLease(ImmutableArray<BoardVersion> Versions, int Watches);

/// <summary>The version of a board.</summary>
[GenerateSerializer, Immutable, Alias("BoardVersion")]
public sealed record BoardVersion(BoardKind Board, long Version);

/// <summary>All changes of one publish of a challenge's boards for one server.</summary>
/// <param name="Boards">The changes of the boards that the server watches, at most one for each board.</param>
/// <param name="Own">The changes of single people's own rows; pushed after those of the boards.</param>
[GenerateSerializer, Immutable, Alias("StandingsBatch")]
public sealed record StandingsBatch(ImmutableArray<StandingsChange> Boards, ImmutableArray<OwnRowChange> Own);

/// <summary>What changed on a board since the version before, the same for all who watch it.</summary>
/// <param name="ChallengeId">The challenge.</param>
/// <param name="Board">Which board.</param>
/// <param name="Version">One more than the version before.</param>
/// <param name="Total">How many teams or people are on the board.</param>
/// <param name="Rows">
/// The changed and new rows. Those of people are here when their score or name changed, without ranks; a rank of null says that
/// the person has none.
/// </param>
/// <param name="Removed">The ids of rows no longer listed.</param>
/// <param name="Scores">On a board of people: the new count of each score whose count changed.</param>
[GenerateSerializer, Immutable, Alias("StandingsChange")]
public sealed record StandingsChange(
    string ChallengeId,
    BoardKind Board,
    long Version,
    int Total,
    ImmutableArray<BoardRow> Rows,
    ImmutableArray<string> Removed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<ScoreCount>? Scores);

/// <summary>A watcher's own row changed in more than its rank, for that watcher alone.</summary>
/// <param name="UserId">The watcher.</param>
/// <param name="ChallengeId">The challenge.</param>
/// <param name="Board">Which board.</param>
/// <param name="Version">The board's version to which the row belongs.</param>
/// <param name="Row">The row as it is now, or the row of the watcher's team.</param>
[GenerateSerializer, Immutable, Alias("OwnRowChange")]
public sealed record OwnRowChange(
    [property: JsonIgnore] string UserId, string ChallengeId, BoardKind Board, long Version, BoardRow Row);
