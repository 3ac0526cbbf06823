using System.Diagnostics;

namespace Orleans.InProcess;

/// <summary>
/// The spans of calls, with Orleans' own source, names and tags, except that no span tells which grain it was. Nothing
/// else of the caller's flows into a grain; without a listener there are no spans.
/// </summary>
internal static class CallTrace
{
    private static readonly ActivitySource Source = new("Microsoft.Orleans.Application");

    /// <summary>The caller's span, to be remembered with the call.</summary>
    public static Activity? Caller => Source.HasListeners() ? Activity.Current : null;

    /// <summary>Begins the span of a call's turn.</summary>
    public static Activity? Begin(GrainMethod method, Activity? caller)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        // The turn may run beside another's span.
        Activity.Current = null;
        return Source.StartActivity(method.FullName, ActivityKind.Internal, caller?.Context ?? default)
            ?.SetTag("rpc.system.name", "orleans")
            .SetTag("orleans.rpc.service", method.InterfaceName)
            .SetTag("rpc.method", method.FullName);
    }

    /// <summary>Marks a span as failed, by the kind of the exception alone.</summary>
    public static void Fail(this Activity? span, Exception exception) =>
        span?.SetTag("exception.type", exception.GetType().FullName).SetStatus(ActivityStatusCode.Error);
}
