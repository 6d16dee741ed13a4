# Sourced by the scripts that compare digests: reads the profile (release, small) and the features from the arguments, and names the back
# end and its pinned digests. The caller is in a folder of `examples`.

profile=${1:-release}
shift || true
features=("$@")

back_end=libm
case "${features[*]}" in
*branchless*) back_end=branchless ;;
*exact*) back_end=exact ;;
*micromath*) back_end=micromath ;;
esac
pinned=../../tests/digests/$back_end.txt
