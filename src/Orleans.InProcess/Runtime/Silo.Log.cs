using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>What the silo logs.</summary>
internal sealed partial class Silo
{
    [LoggerMessage(LogLevel.Error, "{GrainId} could not be activated")]
    public partial void LogActivationFailed(Exception exception, GrainId grainId);

    [LoggerMessage(LogLevel.Error, "{GrainId} failed while it was deactivated")]
    public partial void LogDeactivationFailed(Exception exception, GrainId grainId);

    [LoggerMessage(LogLevel.Warning, "The one-way call {Method} failed")]
    public partial void LogOneWayFailed(Exception exception, GrainMethod method);

    [LoggerMessage(LogLevel.Warning, "A timer of {GrainId} failed")]
    public partial void LogTimerFailed(Exception exception, GrainId grainId);

    [LoggerMessage(LogLevel.Warning, "{Request} on {Actor} timed out")]
    public partial void LogTimedOut(Request request, Actor actor);

    [LoggerMessage(LogLevel.Warning, "The host stopped waiting while {Count} activations had not ended")]
    private partial void LogAbandoned(int count);
}
