namespace StretchChallenge.LoadGenerator.Boards;

/// <summary>A server with one challenge, whose people watch the board of their streaks while others check in.</summary>
internal interface IBoardServer : IAsyncDisposable
{
    /// <summary>The processor time that the server has used so far.</summary>
    TimeSpan ProcessorTime { get; }

    /// <summary>The messages that all watchers have received so far.</summary>
    long Messages { get; }

    /// <summary>The bytes that all watchers have received so far.</summary>
    long Bytes { get; }

    /// <summary>Connects so many watchers, each with a first snapshot.</summary>
    Task WatchAsync(int watchers);

    /// <summary>Makes everybody ready to check in.</summary>
    Task PrepareAsync();

    /// <summary>Checks one person in, who was made ready.</summary>
    Task CheckInAsync(int person);

    /// <summary>Removes everybody's check-in.</summary>
    Task UndoAsync();
}
