namespace StretchChallenge.Domain.Programme;

/// <summary>One step of a routine.</summary>
/// <param name="Exercise">The exercise's id in the catalogue.</param>
/// <param name="Side">The side it is for.</param>
/// <param name="Seconds">How long it is done.</param>
/// <param name="GetReadySeconds">How long one has before it to get ready.</param>
public sealed record RoutineStep(string Exercise, Side Side, int Seconds, int GetReadySeconds)
{
    /// <summary>The step's planned time, getting ready included.</summary>
    public int PlannedSeconds => Seconds + GetReadySeconds;
}
