namespace Orleans.InProcess;

/// <summary>The wish that an activation ends.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Drains">Whether it serves its waiting requests first, instead of leaving them to a new one.</param>
internal sealed record Deactivation(DeactivationReason Reason, bool Drains);
