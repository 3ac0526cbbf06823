namespace StretchChallenge.Server.Tests.Catalogue;

/// <summary>What the catalogue promises, by id: the list that the data files are held against.</summary>
public static class CatalogueIds
{
    public static IReadOnlyList<string> Stretches { get; } =
    [
        "standing-toe-reach", "standing-hamstring", "standing-forward-fold", "wide-legged-forward-fold", "two-chair-stretch",
        "chair-edge-stretch", "desk-leg-stretch", "seated-forward-fold", "seated-one-leg", "supine-strap", "supine-active",
        "lying-knee-bent", "wall-stretch", "ball-hamstring", "ball-calf", "calf-stretch", "lizard-pose", "half-split",
        "pyramid-pose", "foam-roller", "pnf-contract-relax", "leg-swings", "high-knees", "butt-kicks", "walking-lunges",
        "knees-to-chest",
    ];

    public static IReadOnlyList<string> Core { get; } =
    [
        "plank", "bridging", "bird-dog", "russian-twists", "side-plank", "superman", "pallof-press", "leg-raises", "ball-squat",
        "ball-squat-hold", "banded-squat",
    ];

    public static IReadOnlyList<string> Own { get; } =
    [
        "standing-brace", "seated-knee-lift", "wall-plank", "chair-squat", "seated-breathing", "lunges", "light-cardio",
        "hip-flexor-stretch", "quadriceps-stretch",
    ];

    public static IReadOnlyList<string> DeskStretches { get; } =
    [
        "standing-toe-reach", "standing-hamstring", "two-chair-stretch", "chair-edge-stretch", "desk-leg-stretch", "calf-stretch",
        "leg-swings", "high-knees", "butt-kicks",
    ];

    /// <summary>The routines of the library: id, shortest and longest planned time in seconds.</summary>
    public static TheoryData<string, int, int> Routines { get; } = new()
    {
        { "morning", 300, 600 },
        { "evening", 300, 600 },
        { "workplace", 180, 300 },
        { "three-easy", 180, 270 },
        { "seven-soothing", 540, 600 },
        { "home-four", 540, 600 },
        { "ball", 240, 330 },
        { "desk-break-3", 165, 195 },
        { "desk-break-5", 270, 330 },
        { "desk-break-10", 540, 600 },
        { "gentle", 180, 300 },
        { "gentle-desk", 180, 300 },
        { "cyclist", 420, 540 },
    };

    /// <summary>What each block is about: weeks, stretches, core.</summary>
    public static TheoryData<int[], string[], string[]> Blocks { get; } = new()
    {
        { [1, 2], ["seated-forward-fold", "standing-hamstring"], ["plank", "bridging"] },
        { [3, 4], ["supine-strap", "lying-knee-bent"], ["bird-dog", "russian-twists"] },
        { [5, 6], ["pnf-contract-relax"], ["side-plank", "superman"] },
        { [7, 8], ["leg-swings", "high-knees"], ["pallof-press", "leg-raises"] },
    };
}
