namespace StretchChallenge.Server.Idempotency;

internal sealed partial class IdempotencyKeys
{
    [LoggerMessage(LogLevel.Error, "The answer to a {Method} could not be kept for its Idempotency-Key.")]
    private partial void AnswerNotKept(Exception exception, string method);
}
