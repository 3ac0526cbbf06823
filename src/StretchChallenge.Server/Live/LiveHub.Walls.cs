using Microsoft.AspNetCore.Authorization;
using StretchChallenge.Server.Live.Walls;

namespace StretchChallenge.Server.Live;

/// <summary>Walls: screens that show a challenge to whoever passes by.</summary>
internal sealed partial class LiveHub
{
    /// <summary>Watches what a wall shows, for as long as its address is not revoked; answers what it shows now.</summary>
    [AllowAnonymous]
    public Task<WallView> WatchWall(string token) => walls.AddAsync(Context, token);
}
