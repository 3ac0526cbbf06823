using Microsoft.AspNetCore.SignalR;

namespace StretchChallenge.LoadGenerator.Ticks;

/// <summary>The hub of the naive server.</summary>
internal sealed class TickHub(Ticker ticker) : Hub
{
    /// <summary>Starts the break, with its ticks.</summary>
    public void Start() => ticker.Start();
}
