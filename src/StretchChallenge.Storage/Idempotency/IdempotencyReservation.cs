namespace StretchChallenge.Storage.Idempotency;

/// <summary>What is known of a key when a request comes with it.</summary>
public abstract record IdempotencyReservation
{
    private IdempotencyReservation()
    {
    }

    /// <summary>The key is new and now the caller's, who completes or releases it.</summary>
    public sealed record Reserved : IdempotencyReservation;

    /// <summary>The same request is being answered at this moment.</summary>
    public sealed record InProgress : IdempotencyReservation;

    /// <summary>The same request was answered so.</summary>
    public sealed record Answered(StoredResponse Response) : IdempotencyReservation;

    /// <summary>The key was used with another body.</summary>
    public sealed record OtherBody : IdempotencyReservation;
}
